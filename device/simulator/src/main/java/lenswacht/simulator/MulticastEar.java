package lenswacht.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.List;

/// Hears searches that are sent to a group on one interface and passes each on to every
/// host that has the service, which answers from its own address.
final class MulticastEar implements Closeable {
  /// A group and port at which makers' equipment listens for searches.
  ///
  /// @param group multicast address
  /// @param port UDP port
  record Place(String group, int port) {}

  /// Where the simulator listens: WS-Discovery, SADP, SSDP and DHIP.
  static final List<Place> PLACES =
      List.of(
          new Place("239.255.255.250", 3702),
          new Place("239.255.255.250", 37020),
          new Place("239.255.255.250", 1900),
          new Place("239.255.255.251", 37810));

  private static final int LARGEST = 65_535;

  private final DatagramChannel channel;
  private final List<DatagramListener> listeners;
  private final Thread listening = Thread.ofVirtual().unstarted(this::listen);

  private MulticastEar(DatagramChannel channel, List<DatagramListener> listeners) {
    this.channel = channel;
    this.listeners = List.copyOf(listeners);
  }

  /// The loopback interface.
  ///
  /// @throws IOException if there is none
  static NetworkInterface loopback() throws IOException {
    NetworkInterface loopback =
        NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"));
    if (loopback == null) {
      throw new IOException("there is no loopback interface");
    }
    return loopback;
  }

  /// Joins the group on `nic`.
  ///
  /// @throws IOException if the platform refuses
  static MulticastEar open(NetworkInterface nic, Place place, List<DatagramListener> listeners)
      throws IOException {
    InetAddress group = InetAddress.ofLiteral(place.group());
    DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(new InetSocketAddress(group, place.port()));
      channel.join(group, nic);
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException refused) {
      channel.close();
      throw new IOException(
          "no multicast on " + nic.getName() + ": " + refused.getMessage(), refused);
    }
    MulticastEar ear = new MulticastEar(channel, listeners);
    ear.listening.start();
    return ear;
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
          passOn(datagram, sender);
        }
      } catch (ClosedChannelException closing) {
        return;
      } catch (IOException unreadable) {
        // The next datagram is welcome.
      }
    }
  }

  private void passOn(byte[] datagram, SocketAddress sender) {
    for (DatagramListener listener : listeners) {
      try {
        listener.hear(datagram, sender);
      } catch (IOException gone) {
        // This host cannot answer; the others can.
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Leaving.await(listening);
  }
}
