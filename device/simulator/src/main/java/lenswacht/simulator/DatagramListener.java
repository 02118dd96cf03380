package lenswacht.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Answers datagrams to one UDP service, from the host's own address.
final class DatagramListener implements Closeable {
  private static final int LARGEST = 65_535;

  private final Resident resident;
  private final SimulatedService service;
  private final DatagramChannel channel;
  private final Thread listening = Thread.ofVirtual().unstarted(this::listen);

  private DatagramListener(Resident resident, SimulatedService service, DatagramChannel channel) {
    this.resident = resident;
    this.service = service;
    this.channel = channel;
  }

  /// Binds the service's port and starts answering.
  ///
  /// @throws IOException if the port is taken or may not be bound
  static DatagramListener open(Resident resident, SimulatedService service) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.bind(new InetSocketAddress(resident.address(), resident.actualPort(service.port())));
    } catch (IOException taken) {
      channel.close();
      throw taken;
    }
    DatagramListener listener = new DatagramListener(resident, service, channel);
    listener.listening.start();
    return listener;
  }

  SimulatedService service() {
    return service;
  }

  private void listen() {
    ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    while (channel.isOpen()) {
      try {
        buffer.clear();
        SocketAddress sender = channel.receive(buffer);
        if (sender != null) {
          byte[] datagram = new byte[buffer.flip().remaining()];
          buffer.get(datagram);
          hear(datagram, sender);
        }
      } catch (ClosedChannelException closing) {
        return;
      } catch (IOException unreachable) {
        // A reply to somebody who had already gone; the next datagram is welcome.
      }
    }
  }

  /// Counts a datagram that came to this host, alone or with others, and answers it.
  void hear(byte[] datagram, SocketAddress sender) throws IOException {
    resident.ledger().datagram(datagram.length);
    Optional<byte[]> reply =
        service.kind().equals("snmp")
            ? new SnmpAgent(resident, service).answer(datagram)
            : new DatagramReplies(resident, service)
                .answer(new String(datagram, StandardCharsets.ISO_8859_1));
    if (reply.isEmpty()) {
      return;
    }
    switch (resident.host().behaviour()) {
      case SILENT -> {}
      case NORMAL, DRIP -> channel.send(ByteBuffer.wrap(reply.get()), sender);
      case GARBLED -> channel.send(ByteBuffer.wrap(Garbling.of(reply.get())), sender);
      case SLOW -> Thread.ofVirtual().start(() -> sendLater(reply.get(), sender));
    }
  }

  private void sendLater(byte[] reply, SocketAddress sender) {
    try {
      Thread.sleep(resident.host().pause());
      channel.send(ByteBuffer.wrap(reply), sender);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      // The building closed, or nobody waits for the reply any more.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Leaving.await(listening);
  }
}
