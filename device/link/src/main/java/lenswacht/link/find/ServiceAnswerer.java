package lenswacht.link.find;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.util.Arrays;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// The device's side of being found. It never speaks unasked, answers nobody but the one who asks,
/// and nothing but the one question, under a name that is another one every time.
public final class ServiceAnswerer implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(ServiceAnswerer.class.getName());

  private final DatagramSocket socket;
  private final Bytes key;
  private final int port;

  ServiceAnswerer(DatagramSocket socket, Bytes key, int port) {
    this.socket = socket;
    this.key = key;
    this.port = port;
    Thread.ofVirtual().name("link-found").start(this::answer);
  }

  /// Answers on every network of this computer until it is closed.
  ///
  /// @param key of the device, X.509 form
  /// @param port on which consoles are served
  /// @throws IOException if the port of multicast DNS cannot be listened on
  public static ServiceAnswerer open(Bytes key, int port) throws IOException {
    MulticastSocket socket = new MulticastSocket(ServiceFinder.GROUP.getPort());
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      try {
        if (network.isUp() && network.supportsMulticast()) {
          socket.joinGroup(ServiceFinder.GROUP, network);
        }
      } catch (IOException impossible) {
        LOGGER.log(Level.DEBUG, "nobody is answered on {0}: {1}", network.getName(), impossible);
      }
    }
    return new ServiceAnswerer(socket, key, port);
  }

  private void answer() {
    byte[] octets = new byte[ServiceMessage.LONGEST];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(octets, octets.length);
        socket.receive(packet);
        answer(
            Arrays.copyOf(octets, packet.getLength()),
            (InetSocketAddress) packet.getSocketAddress());
      } catch (IOException failed) {
        LOGGER.log(Level.DEBUG, "a question was not answered: {0}", failed.getMessage());
      }
    }
  }

  private void answer(byte[] question, InetSocketAddress asker) throws IOException {
    Optional<Integer> id = ServiceMessage.asks(question);
    if (id.isPresent()) {
      byte[] answer =
          ServiceMessage.answer(
              id.get(), new ServiceMessage.Offer(ServiceMark.of(key), port), towards(asker));
      socket.send(new DatagramPacket(answer, answer.length, asker));
    }
  }

  /// The address of this computer that `asker` reaches. Sends nothing.
  private static InetAddress towards(InetSocketAddress asker) throws IOException {
    try (DatagramSocket way = new DatagramSocket()) {
      way.connect(asker);
      return way.getLocalAddress();
    }
  }

  /// Stops answering.
  @Override
  public void close() {
    socket.close();
  }
}
