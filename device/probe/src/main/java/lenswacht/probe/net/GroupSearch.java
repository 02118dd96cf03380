package lenswacht.probe.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import lenswacht.probe.net.Reply.Heard;

/// A search by multicast on one interface: each question once, answers collected for a while. Goes
/// out only where every address of the interface's subnet lies inside the mandate.
final class GroupSearch {
  private static final int MOST_REPLIES = 4096;

  private final NetworkDoor door;
  private final List<Heard> heard = new ArrayList<>();
  private final Map<InetAddress, Integer> perSource = new HashMap<>();
  private long strangers;

  GroupSearch(NetworkDoor door) {
    this.door = door;
  }

  SearchOutcome search(NetworkInterface nic, List<DatagramRequest> requests)
      throws InterruptedException {
    Optional<Rule> refusal = door.refusal();
    if (refusal.isPresent()) {
      return SearchOutcome.impossible(refusal.get().key());
    }
    if (!liesInMandate(nic, door.mandate().scope())) {
      return SearchOutcome.impossible(Rule.SUBNET_NOT_IN_MANDATE.key());
    }
    DatagramRequest first = requests.getFirst();
    InetAddress group = first.group().orElseThrow();
    try (MulticastSocket socket = open(first)) {
      if (!door.sockets().admit(socket)) {
        return SearchOutcome.impossible(Rule.STOPPED.key());
      }
      try {
        return exchange(socket, nic, group, requests);
      } finally {
        door.sockets().close(socket);
      }
    } catch (IOException failed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return heard.isEmpty()
          ? SearchOutcome.impossible(
              door.isStopped() ? Rule.STOPPED.key() : "multicast-not-possible")
          : outcome();
    }
  }

  private SearchOutcome exchange(
      MulticastSocket socket,
      NetworkInterface nic,
      InetAddress group,
      List<DatagramRequest> requests)
      throws IOException, InterruptedException {
    socket.setNetworkInterface(nic);
    socket.setTimeToLive(1);
    if (requests.getFirst().localPort() != 0) {
      socket.joinGroup(new InetSocketAddress(group, requests.getFirst().localPort()), nic);
    }
    TokenBucket pace = new TokenBucket(door.limits().datagramsPerSecond());
    for (DatagramRequest request : requests) {
      pace.take(door::isStopped);
      door.packets().take(door::isStopped);
      if (door.refusal().isPresent()) {
        return outcome();
      }
      byte[] question = request.bytes().toArray();
      int port = door.ports().actual(request.port());
      socket.send(new DatagramPacket(question, question.length, group, port));
      door.traffic().add(Traffic.MULTICAST_PACKETS, 1);
      door.traffic().add(Traffic.UDP_SENT, question.length);
    }
    collect(socket, requests.getFirst());
    return outcome();
  }

  private void collect(MulticastSocket socket, DatagramRequest request) throws IOException {
    int limit = door.limits().datagramBytes();
    DatagramPacket packet = new DatagramPacket(new byte[limit + 1], limit + 1);
    long until = System.nanoTime() + door.limits().searchWait().toNanos();
    while (until - System.nanoTime() > 0 && heard.size() < MOST_REPLIES) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      socket.setSoTimeout((int) Math.max(1, left));
      packet.setLength(limit + 1);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException silent) {
        return;
      }
      take(packet, request, limit);
    }
  }

  private void take(DatagramPacket packet, DatagramRequest request, int limit)
      throws SocketException {
    InetAddress source = packet.getAddress();
    if (!door.mandate().scope().covers(source)) {
      strangers++;
      return;
    }
    boolean ownEcho = NetworkInterface.getByInetAddress(source) != null && isQuestion(packet);
    if (ownEcho || perSource.merge(source, 1, Integer::sum) > door.limits().repliesPerSource()) {
      return;
    }
    Bytes all = Bytes.of(packet.getData()).head(packet.getLength());
    door.traffic().add(Traffic.UDP_RECEIVED, all.length());
    heard.add(
        new Heard(
            Service.udp(source, request.port()),
            door.clock().instant(),
            request.question(),
            all.head(limit),
            all.length() > limit));
  }

  private static boolean isQuestion(DatagramPacket packet) {
    String text = Bytes.of(packet.getData()).head(Math.min(packet.getLength(), 512)).latin1();
    return text.contains("<Probe>") || text.contains("M-SEARCH");
  }

  private SearchOutcome outcome() {
    return new SearchOutcome(heard, strangers, Optional.empty());
  }

  private static MulticastSocket open(DatagramRequest request) throws IOException {
    MulticastSocket socket = new MulticastSocket(null);
    socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    socket.bind(new InetSocketAddress(request.localPort()));
    return socket;
  }

  /// Whether the interface's IPv4 subnets all lie inside `scope`, exclusions left out. A loopback
  /// interface does where the whole scope is loopback and nothing is excluded.
  static boolean liesInMandate(NetworkInterface nic, ScanScope scope) {
    List<AddressRange> subnets = new ArrayList<>();
    for (InterfaceAddress own : nic.getInterfaceAddresses()) {
      if (own.getAddress() instanceof Inet4Address) {
        subnets.add(subnet(own));
      }
    }
    if (subnets.isEmpty() || reachesFurther(nic, subnets)) {
      return false;
    }
    boolean practice =
        scope.isLoopback()
            && scope.exclusions().isEmpty()
            && subnets.stream().allMatch(s -> s.base().isLoopbackAddress());
    return practice || subnets.stream().allMatch(subnet -> liesIn(subnet, scope));
  }

  /// Whether the link may hold more than the addresses given to the interface say, so that a
  /// multicast would leave them: a point-to-point link, or an address alone.
  private static boolean reachesFurther(NetworkInterface nic, List<AddressRange> subnets) {
    try {
      return nic.isPointToPoint()
          || (!nic.isLoopback() && subnets.stream().anyMatch(s -> s.prefixLength() >= 31));
    } catch (SocketException gone) {
      return true;
    }
  }

  private static boolean liesIn(AddressRange subnet, ScanScope scope) {
    return scope.ranges().stream().anyMatch(range -> range.contains(subnet))
        && scope.exclusions().stream()
            .noneMatch(taken -> subnet.contains(taken) || taken.contains(subnet));
  }

  private static AddressRange subnet(InterfaceAddress own) {
    byte[] octets = own.getAddress().getAddress();
    int prefix = own.getNetworkPrefixLength();
    for (int bit = prefix; bit < octets.length * 8; bit++) {
      octets[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    String dotted =
        (octets[0] & 0xff)
            + "."
            + (octets[1] & 0xff)
            + "."
            + (octets[2] & 0xff)
            + "."
            + (octets[3] & 0xff);
    return AddressRange.parse(dotted + "/" + prefix);
  }
}
