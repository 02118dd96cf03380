package lenswacht.link.find;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// The console's side of finding a device: one question on each network, and a while to listen.
public final class ServiceFinder {
  /// The group and port of multicast DNS.
  static final InetSocketAddress GROUP =
      new InetSocketAddress(InetAddress.ofLiteral("224.0.0.251"), 5353);

  /// More answers than this are not looked at.
  private static final int MOST = 1_000;

  private ServiceFinder() {}

  /// Asks on every network of this computer.
  ///
  /// @param keys of the devices that are known here
  /// @param time to wait for answers
  /// @return where those of them that answered are served, by key; what others answer is passed
  ///     over
  /// @throws IOException if this computer cannot ask at all
  public static Map<Bytes, InetSocketAddress> find(Collection<Bytes> keys, Duration time)
      throws IOException {
    try (MulticastSocket socket = new MulticastSocket(0)) {
      socket.setTimeToLive(255);
      int id = new SecureRandom().nextInt(0x10000);
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
        if (network.isUp() && network.supportsMulticast()) {
          ask(socket, network, GROUP, id);
        }
      }
      return hear(socket, id, keys, time);
    }
  }

  private static void ask(
      MulticastSocket socket, NetworkInterface network, InetSocketAddress to, int id) {
    try {
      if (network.inetAddresses().anyMatch(Inet4Address.class::isInstance)) {
        byte[] question = ServiceMessage.question(id);
        socket.setNetworkInterface(network);
        socket.send(new DatagramPacket(question, question.length, to));
      }
    } catch (IOException unreachable) {
      // nobody is found on this network; another may do
    }
  }

  /// Hears answers to the question with this id.
  static Map<Bytes, InetSocketAddress> hear(
      MulticastSocket socket, int id, Collection<Bytes> keys, Duration time) throws IOException {
    Map<Bytes, InetSocketAddress> found = new LinkedHashMap<>();
    long until = System.nanoTime() + time.toNanos();
    byte[] octets = new byte[ServiceMessage.LONGEST];
    for (int answers = 0; answers < MOST; answers++) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return found;
      }
      socket.setSoTimeout((int) left);
      DatagramPacket packet = new DatagramPacket(octets, octets.length);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException over) {
        return found;
      }
      Optional<ServiceMessage.Offer> offer =
          ServiceMessage.offer(Arrays.copyOf(octets, packet.getLength()), id);
      offer
          .flatMap(one -> ServiceMark.recognize(one.mark(), keys))
          .ifPresent(
              key ->
                  found.put(key, new InetSocketAddress(packet.getAddress(), offer.get().port())));
    }
    return found;
  }
}
