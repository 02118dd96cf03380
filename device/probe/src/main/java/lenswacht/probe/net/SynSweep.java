package lenswacht.probe.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import lenswacht.probe.net.LocalNetwork.Segment;

/// Finds open ports by sending the first segment of a connection over a raw socket and hearing what
/// comes back; the system takes back by itself whatever was accepted. The local segment is asked by
/// ARP first, and only who answers there is asked further.
///
/// Nothing is kept per question but a bit. The same mandate holds as at the door: every address is
/// looked at when the sweep begins, the period and the stop before every batch, the pace always.
final class SynSweep {
  private static final int REPLY_ROOM = 96;

  private final NetworkDoor door;
  private final SynPlan plan;
  private final SocketCalls calls = new SocketCalls();
  private final SweepLine line;
  private final List<Service> open = new ArrayList<>();

  /// A sweep through `door` on the ports of its plan.
  SynSweep(NetworkDoor door) {
    this(door, door.ports().canonicalPorts());
  }

  /// A sweep on `canonicalPorts` alone.
  SynSweep(NetworkDoor door, List<Integer> canonicalPorts) {
    this.door = door;
    this.plan = SynPlan.of(door.ports(), canonicalPorts);
    this.line = new SweepLine(door);
  }

  /// Sweeps the IPv4 addresses of `scope`, or as much of it as the mandate covers. May be called
  /// once.
  ///
  /// @param onOpen told of each open service as it is found, on the calling thread
  /// @param onProgress told now and then how many addresses' worth of ports have been asked
  /// @throws IOException before anything is sent, when the process may not open raw sockets
  SweepOutcome sweep(ScanScope scope, Consumer<Service> onOpen, LongConsumer onProgress)
      throws IOException, InterruptedException {
    if (!line.isOpen()) {
      return new SweepOutcome(0, List.of(), Set.of(), List.of(), false, SweepMeans.SYN, 0, 0);
    }
    try (SocketChannel one = SocketChannel.open(StandardProtocolFamily.INET);
        SocketChannel other = SocketChannel.open(StandardProtocolFamily.INET)) {
      OwnPorts ownPorts = new OwnPorts(reserve(one), reserve(other));
      try (RawSocket socket = RawSocket.tcp(calls, ownPorts);
          Arena arena = Arena.ofConfined()) {
        PacketBatch batch = new PacketBatch(socket, arena, SynMessage.LENGTH, true);
        return sweep(
            SweepHosts.of(scope, door.mandate().scope()),
            new Sockets(socket, batch, ownPorts),
            onOpen,
            onProgress);
      }
    }
  }

  /// Takes a free port, which nobody else gets as long as the channel is open.
  private static int reserve(SocketChannel channel) throws IOException {
    channel.bind(new InetSocketAddress(0));
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  private SweepOutcome sweep(
      SweepHosts all, Sockets sockets, Consumer<Service> onOpen, LongConsumer onProgress)
      throws IOException, InterruptedException {
    LocalNetwork network = LocalNetwork.now();
    SweepHosts there = onSegments(network, all);
    int[] ways = network.sources(there);
    SweepHosts reached = there.only(host -> ways[host] != 0);
    int[] sources = Arrays.stream(ways).filter(way -> way != 0).toArray();
    SecureRandom random = new SecureRandom();
    SynRounds rounds =
        new SynRounds(
            line,
            sockets.batch(),
            reached,
            sources,
            plan,
            new SweepCookie(random.nextLong(), random.nextLong()),
            sockets.ownPorts(),
            reached.countIn(network.segments()));
    long absent = all.size() - reached.size();
    boolean asked;
    try (PacketIntake intake =
        new PacketIntake(
            sockets.socket(),
            REPLY_ROOM,
            (octets, at, length) -> rounds.hear(SynMessage.parse(octets, at, length)))) {
      asked =
          rounds.run(
              place -> tell(reached, place, onOpen),
              questions -> onProgress.accept(absent + questions / plan.actual().size()));
    }
    return outcome(rounds, reached, all.size(), asked && reached.size() == there.size());
  }

  private SweepOutcome outcome(
      SynRounds rounds, SweepHosts reached, int addresses, boolean complete) {
    boolean anyPort = rounds.portsDone() > 0 || reached.size() == 0 && complete;
    List<Integer> everywhere =
        reached.size() == 0 ? plan.canonical() : plan.canonical().subList(0, rounds.portsDone());
    return new SweepOutcome(
        anyPort ? addresses : 0,
        anyPort ? everywhere : List.of(),
        Set.of(reached.addresses(rounds.board().answering())),
        open,
        complete,
        rounds.isDark() ? SweepMeans.SYN_DISCOVERY_FIRST : SweepMeans.SYN,
        line.packets(),
        rounds.rounds());
  }

  /// Leaves out the addresses of our own segments that nobody answers ARP for.
  private SweepHosts onSegments(LocalNetwork network, SweepHosts all)
      throws IOException, InterruptedException {
    List<Segment> near =
        network.segments().stream().filter(segment -> all.isAnyIn(segment)).toList();
    if (near.isEmpty()) {
      return all;
    }
    ArpSweep arp = new ArpSweep(calls, line, all);
    for (Segment segment : near) {
      arp.sweep(segment);
    }
    return all.only(
        host ->
            arp.isThere(host)
                || near.stream().noneMatch(segment -> segment.contains(all.address(host))));
  }

  private void tell(SweepHosts hosts, int place, Consumer<Service> onOpen) {
    InetAddress address = SweepHosts.inet(hosts.address(place % hosts.size()));
    Service service = Service.tcp(address, plan.canonical().get(place / hosts.size()));
    open.add(service);
    onOpen.accept(service);
  }

  /// What one sweep sends and hears through.
  private record Sockets(RawSocket socket, PacketBatch batch, OwnPorts ownPorts) {}
}
