package lenswacht.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Answers datagrams to one UDP service, from the host's own address.
final class DatagramListener implements Closeable {
  private final Resident resident;
  private final SimulatedService service;
  private final DatagramChannel channel;
  private final DatagramLoop loop;

  private DatagramListener(Resident resident, SimulatedService service, DatagramChannel channel) {
    this.resident = resident;
    this.service = service;
    this.channel = channel;
    this.loop =
        DatagramLoop.start(channel, (datagram, sender) -> hear(datagram, sender, Optional.empty()));
  }

  /// Binds the service's port and starts answering.
  ///
  /// @param network the interface that the host lives on
  /// @throws IOException if the port is taken or may not be bound
  static DatagramListener open(
      Resident resident, SimulatedService service, NetworkInterface network) throws IOException {
    InetAddress own = resident.address();
    DatagramChannel channel =
        DatagramChannel.open(
            own.getAddress().length == 4
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6);
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      if (service.answersEverybody()) {
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
      }
      channel.setOption(StandardSocketOptions.SO_BROADCAST, service.answersEverybody());
      channel.bind(new InetSocketAddress(own, resident.actualPort(service.port())));
    } catch (IOException taken) {
      channel.close();
      throw taken;
    }
    return new DatagramListener(resident, service, channel);
  }

  SimulatedService service() {
    return service;
  }

  /// Counts a datagram that came to this host, alone or with others, and answers it.
  ///
  /// @param place the group or broadcast address it was sent to, where it was
  void hear(byte[] datagram, InetSocketAddress sender, Optional<InetAddress> place)
      throws IOException {
    resident.ledger().datagram(datagram.length);
    Optional<byte[]> reply =
        service.kind().equals("snmp")
            ? new SnmpAgent(resident, service).answer(datagram)
            : new DatagramReplies(resident, service)
                .answer(new String(datagram, StandardCharsets.ISO_8859_1));
    if (reply.isEmpty()) {
      return;
    }
    InetAddress to =
        service.answersEverybody() ? place.orElse(sender.getAddress()) : sender.getAddress();
    InetSocketAddress answered =
        new InetSocketAddress(to, MakerPorts.answeredAt(service.port(), sender.getPort()));
    switch (resident.host().behaviour()) {
      case SILENT -> {}
      case NORMAL, DRIP -> channel.send(ByteBuffer.wrap(reply.get()), answered);
      case GARBLED -> channel.send(ByteBuffer.wrap(Garbling.of(reply.get())), answered);
      case SLOW -> Thread.ofVirtual().start(() -> sendLater(reply.get(), answered));
    }
  }

  private void sendLater(byte[] reply, InetSocketAddress answered) {
    try {
      Thread.sleep(resident.host().pause());
      channel.send(ByteBuffer.wrap(reply), answered);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      // The building closed, or nobody waits for the reply any more.
    }
  }

  @Override
  public void close() throws IOException {
    loop.close();
  }
}
