package lenswacht.probe.net;

import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/// A network of hosts behind a wire of its own: answers ARP and the first segments of connections
/// as its hosts would, loses what it is told to lose, and writes down everything it hears.
final class PracticeSegment implements AutoCloseable {
  private static final AtomicLong NUMBER = new AtomicLong();
  private static final int EVERY_PROTOCOL = 3;
  private static final int FRAME = 66;
  private static final int SHORTEST = 42;
  private static final int OWN_MAKER = 0x0200;
  private static final int OWN_NUMBER = 0x66;

  private final Namespace near;
  private final Namespace far;
  private final Map<Integer, Set<Integer>> hosts = new ConcurrentHashMap<>();
  private final Set<Integer> echoing = ConcurrentHashMap.newKeySet();
  private final Map<Integer, Integer> faces = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentSkipListMap<>();
  private final Set<String> sought = ConcurrentHashMap.newKeySet();
  private final AtomicLong heard = new AtomicLong();
  private final Random random = new Random(42);
  private final Arena arena = Arena.ofShared();
  private final RawSocket socket;
  private final PacketBatch out;
  private final PacketIntake intake;
  private volatile int lossPerMille;
  private volatile boolean forging;
  private volatile int crowd;

  /// @param nearAddress address and prefix of the surveying side
  /// @param route what lies behind 10.65.0.2; empty where the hosts are on the wire itself
  PracticeSegment(String nearAddress, String route) throws Exception {
    String id = ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    near = new Namespace("lw-n-" + id);
    try {
      far = new Namespace("lw-f-" + id);
    } catch (Exception failed) {
      near.close();
      throw failed;
    }
    try {
      near.ip("link add wire type veth peer name wire netns " + far.name());
      near.ip("link set wire up");
      far.ip("link set wire up");
      far.ip("addr add 192.0.2.1/32 dev wire");
      near.ip("addr add " + nearAddress + " dev wire");
      if (!route.isEmpty()) {
        near.ip("route add " + route + " via 10.65.0.2");
        hosts.put(number("10.65.0.2"), Set.of());
      }
      socket =
          far.call(
              () ->
                  RawSocket.frames(
                      new SocketCalls(),
                      EVERY_PROTOCOL,
                      NetworkInterface.getByName("wire").getIndex()));
    } catch (Exception failed) {
      close(near, far);
      throw failed;
    }
    out = new PacketBatch(socket, arena, FRAME, false);
    intake = new PacketIntake(socket, 96, this::hear);
  }

  Namespace near() {
    return near;
  }

  PracticeSegment host(String address, Integer... open) {
    hosts.put(number(address), Set.of(open));
    return this;
  }

  /// A host that answers an echo and nothing else.
  PracticeSegment echoing(String address) {
    echoing.add(number(address));
    return this;
  }

  /// A host for which that many hardware addresses answer.
  PracticeSegment faces(String address, int count) {
    faces.put(number(address), count);
    return host(address);
  }

  /// Loses that many of a thousand packets, each way.
  void lose(int perMille) {
    lossPerMille = perMille;
  }

  /// Answers an IPv6 echo to all hosts with that many addresses, from one hardware address.
  void crowd(int addresses) {
    crowd = addresses;
  }

  /// Acknowledges what nobody sent.
  void forge() {
    forging = true;
  }

  /// How often each `address:port` was asked.
  Map<String, Integer> asked() {
    return asked;
  }

  /// The addresses that were looked for by ARP.
  Set<String> sought() {
    return new TreeSet<>(sought);
  }

  /// Frames heard in all, but for those of IPv6.
  long heard() {
    return heard.get();
  }

  private void hear(byte[] octets, int at, int length) {
    int type = length < SHORTEST ? 0 : NetworkOrder.shortAt(octets, at + 12);
    if (type == ArpMessage.ETHER_TYPE && NetworkOrder.shortAt(octets, at + 20) == 1) {
      heard.incrementAndGet();
      hearArp(octets, at);
    } else if (type == 0x0800 && !isOurs(octets, at)) {
      heard.incrementAndGet();
      if (octets[at + 23] == 6 && octets[at + 47] == 2) {
        hearSyn(octets, at);
      } else if (octets[at + 23] == 1 && octets[at + 34] == 8) {
        hearEcho(octets, at);
      }
    } else if (type == 0x86dd && octets[at + 20] == 58 && octets[at + 54] == (byte) 128) {
      hearEchoToAll(octets, at);
    }
  }

  /// Whether this segment sent that frame itself. The other end's hardware address is any that the
  /// system draws, so all six octets count.
  private static boolean isOurs(byte[] octets, int at) {
    return NetworkOrder.shortAt(octets, at + 6) == OWN_MAKER
        && NetworkOrder.intAt(octets, at + 8) == OWN_NUMBER;
  }

  private void hearArp(byte[] octets, int at) {
    int address = NetworkOrder.intAt(octets, at + 38);
    sought.add(text(address));
    if (!hosts.containsKey(address) || isLost()) {
      return;
    }
    byte[] frame = out.octets();
    ethernet(frame, octets, at, ArpMessage.ETHER_TYPE);
    System.arraycopy(octets, at + 14, frame, 14, 6);
    NetworkOrder.putShort(frame, 20, 2);
    System.arraycopy(frame, 6, frame, 22, 6);
    NetworkOrder.putInt(frame, 28, address);
    System.arraycopy(octets, at + 22, frame, 32, 10);
    send();
    for (int face = 1; face < faces.getOrDefault(address, 1); face++) {
      NetworkOrder.putShort(frame, 26, face);
      send();
    }
  }

  private void hearSyn(byte[] octets, int at) {
    int address = NetworkOrder.intAt(octets, at + 30);
    int port = NetworkOrder.shortAt(octets, at + 36);
    asked.merge(text(address) + ":" + port, 1, Integer::sum);
    Set<Integer> open = hosts.get(address);
    if (open == null || isLost()) {
      return;
    }
    byte[] frame = out.octets();
    ethernet(frame, octets, at, 0x0800);
    NetworkOrder.putInt(frame, 14, 0x4500_0028);
    NetworkOrder.putInt(frame, 18, 0);
    NetworkOrder.putInt(frame, 22, 0x4006_0000);
    NetworkOrder.putInt(frame, 26, address);
    System.arraycopy(octets, at + 26, frame, 30, 4);
    NetworkOrder.putShort(frame, 24, NetworkOrder.checksum(sum(frame, 14, 20)));
    NetworkOrder.putShort(frame, 34, port);
    System.arraycopy(octets, at + 34, frame, 36, 2);
    NetworkOrder.putInt(frame, 38, 1000);
    NetworkOrder.putInt(frame, 42, NetworkOrder.intAt(octets, at + 38) + (forging ? 2 : 1));
    NetworkOrder.putShort(frame, 46, 0x5000 | (open.contains(port) ? 0x12 : 0x14));
    NetworkOrder.putInt(frame, 48, 0x0400_0000);
    NetworkOrder.putShort(frame, 52, 0);
    NetworkOrder.putShort(frame, 50, NetworkOrder.checksum(sum(frame, 26, 28) + 6 + 20));
    send();
  }

  private void hearEcho(byte[] octets, int at) {
    if (!echoing.contains(NetworkOrder.intAt(octets, at + 30)) || isLost()) {
      return;
    }
    byte[] frame = out.octets();
    System.arraycopy(octets, at, frame, 0, 46);
    ethernet(frame, octets, at, 0x0800);
    System.arraycopy(octets, at + 26, frame, 30, 4);
    System.arraycopy(octets, at + 30, frame, 26, 4);
    NetworkOrder.putInt(frame, 34, 0);
    NetworkOrder.putShort(frame, 36, NetworkOrder.checksum(NetworkOrder.sum(frame, 34, 12)));
    send();
  }

  private void hearEchoToAll(byte[] octets, int at) {
    byte[] frame = out.octets();
    for (int i = 0; i < crowd; i++) {
      System.arraycopy(octets, at, frame, 0, FRAME);
      ethernet(frame, octets, at, 0x86dd);
      System.arraycopy(octets, at + 22, frame, 38, 16);
      NetworkOrder.putInt(frame, 34, 0x1000 + i);
      frame[54] = (byte) EchoMessage.REPLY_6;
      send();
    }
  }

  private static void ethernet(byte[] frame, byte[] question, int at, int type) {
    System.arraycopy(question, at + 6, frame, 0, 6);
    NetworkOrder.putShort(frame, 6, OWN_MAKER);
    NetworkOrder.putInt(frame, 8, OWN_NUMBER);
    NetworkOrder.putShort(frame, 12, type);
  }

  private void send() {
    if (!isLost()) {
      out.load(1);
      out.send(0, 1);
    }
  }

  private boolean isLost() {
    return random.nextInt(1000) < lossPerMille;
  }

  private static int sum(byte[] octets, int from, int length) {
    int sum = 0;
    for (int i = from; i < from + length; i += 2) {
      sum += NetworkOrder.shortAt(octets, i);
    }
    return sum;
  }

  static int number(String address) {
    return SweepHosts.number(InetAddress.ofLiteral(address));
  }

  private static String text(int address) {
    return SweepHosts.inet(address).getHostAddress();
  }

  @Override
  public void close() throws Exception {
    intake.close();
    socket.close();
    arena.close();
    close(near, far);
  }

  private static void close(Namespace near, Namespace far) throws Exception {
    try (near;
        far) {
      // Both are removed, whatever becomes of the first.
    }
  }
}
