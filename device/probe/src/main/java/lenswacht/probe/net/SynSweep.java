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
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import lenswacht.probe.net.LocalNetwork.Segment;

/// Finds open ports by sending the first segment of a connection over a raw socket and hearing what
/// comes back; the system takes back by itself whatever was accepted.
///
/// Every local segment is asked by ARP first, and only who answers there is asked further, in
/// frames that bear the hardware address ARP told. What lies beyond goes by the system's routes;
/// who is silent there on every port is asked for an echo.
///
/// Nothing is kept per question but a bit. The same mandate holds as at the door: every address is
/// looked at when the sweep begins, the period and the stop before every batch, the pace always.
final class SynSweep {
  private static final int REPLY_ROOM = 96;

  private final NetworkDoor door;
  private final SynPlan plan;
  private final SocketCalls calls = new SocketCalls();
  private final SweepLine line;
  private final SweepCookie cookie;
  private final List<Service> open = new ArrayList<>();
  private final List<InetAddress> answering = new ArrayList<>();
  private int portsDone;
  private boolean complete = true;
  private boolean dark;
  private int mostRounds = 1;
  private long done;

  /// A sweep through `door` on the ports of its plan.
  SynSweep(NetworkDoor door) {
    this(door, door.ports().canonicalPorts());
  }

  /// A sweep on `canonicalPorts` alone.
  SynSweep(NetworkDoor door, List<Integer> canonicalPorts) {
    this.door = door;
    this.plan = SynPlan.of(door.ports(), canonicalPorts);
    this.line = new SweepLine(door);
    this.portsDone = plan.actual().size();
    SecureRandom random = new SecureRandom();
    this.cookie = new SweepCookie(random.nextLong(), random.nextLong());
  }

  /// The same for who wants to hear of open services and progress alone.
  SweepOutcome sweep(ScanScope scope, Consumer<Service> onOpen, LongConsumer onProgress)
      throws IOException, InterruptedException {
    return sweep(scope, SweepListener.of(onOpen, onProgress));
  }

  /// Sweeps the IPv4 addresses of `scope`, or as much of it as the mandate covers. May be called
  /// once.
  ///
  /// @throws NotPermittedException before anything is sent, when the process may not open raw
  ///     sockets
  /// @throws IOException before anything is sent, when the system gives none
  SweepOutcome sweep(ScanScope scope, SweepListener listener)
      throws IOException, InterruptedException {
    if (!line.isOpen()) {
      return SweepOutcome.nothing(SweepMeans.SYN);
    }
    try (SocketChannel one = SocketChannel.open(StandardProtocolFamily.INET);
        SocketChannel other = SocketChannel.open(StandardProtocolFamily.INET)) {
      OwnPorts ownPorts = new OwnPorts(reserve(one), reserve(other));
      try (RawSocket socket = RawSocket.tcp(calls, ownPorts);
          Arena arena = Arena.ofConfined()) {
        SweepHosts hosts = SweepHosts.of(scope, door.mandate().scope());
        return sweep(hosts, new Way(socket, arena, ownPorts), listener);
      }
    }
  }

  /// Takes a free port, which nobody else gets as long as the channel is open.
  private static int reserve(SocketChannel channel) throws IOException {
    channel.bind(new InetSocketAddress(0));
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  private SweepOutcome sweep(SweepHosts all, Way way, SweepListener listener)
      throws IOException, InterruptedException {
    LocalNetwork network = LocalNetwork.now();
    List<ArpSweep> near = onSegments(network, all, listener);
    for (int i = 0; i < near.size(); i++) {
      ArpSweep segment = near.get(i);
      List<ArpSweep> before = near.subList(0, i);
      SweepHosts there =
          all.only(
              host -> segment.isThere(host) && before.stream().noneMatch(one -> one.isThere(host)));
      count(neighbours(segment, there, way, listener));
    }
    SweepHosts beyond =
        all.only(host -> near.stream().noneMatch(one -> one.segment().contains(all.address(host))));
    int[] sources = network.sources(beyond);
    SweepHosts reached = beyond.only(host -> sources[host] != 0);
    count(beyond(reached, Arrays.stream(sources).filter(own -> own != 0).toArray(), way, listener));
    int routed = all.size() - beyond.size() + reached.size();
    boolean anyPort = routed > 0 && portsDone > 0;
    return new SweepOutcome(
        anyPort ? routed : 0,
        anyPort ? plan.canonical().subList(0, portsDone) : List.of(),
        Set.of(answering.toArray(InetAddress[]::new)),
        open,
        complete && routed == all.size(),
        dark ? SweepMeans.SYN_DISCOVERY_FIRST : SweepMeans.SYN,
        line.packets(),
        mostRounds);
  }

  /// Asks our own segments by ARP. A segment whose interface takes no frames is left out: its hosts
  /// are asked by the system's routes, like those beyond.
  private List<ArpSweep> onSegments(LocalNetwork network, SweepHosts all, SweepListener listener)
      throws InterruptedException {
    List<ArpSweep> near = new ArrayList<>();
    for (Segment segment : network.segments()) {
      if (all.isAnyIn(segment)) {
        ArpSweep arp = new ArpSweep(calls, line, all, segment, door.clock());
        try {
          arp.sweep(listener);
          near.add(arp);
        } catch (IOException noFrames) {
          // What cannot be asked here is asked by the system.
        }
      }
    }
    return near;
  }

  private Part neighbours(ArpSweep segment, SweepHosts hosts, Way way, SweepListener listener)
      throws InterruptedException {
    if (hosts.size() == 0) {
      return Part.empty(line.isOpen() ? plan.actual().size() : 0);
    }
    FrameEnvelope envelope = new FrameEnvelope(segment.segment(), segment::hardware);
    int[] sources = new int[hosts.size()];
    Arrays.fill(sources, segment.segment().own());
    try (RawSocket sender = RawSocket.sender(calls, segment.segment().nic());
        Arena arena = Arena.ofConfined()) {
      PacketBatch batch = new PacketBatch(sender, arena, SynMessage.LENGTH, envelope);
      SynRounds rounds = rounds(batch, hosts, sources, plan, way);
      boolean all = run(rounds, hosts, plan, way, listener, true);
      return new Part(rounds.portsDone(), all, hosts.addresses(everybody(hosts)));
    } catch (IOException unplugged) {
      return new Part(0, false, hosts.addresses(everybody(hosts)));
    }
  }

  private Part beyond(SweepHosts hosts, int[] sources, Way way, SweepListener listener)
      throws InterruptedException {
    if (hosts.size() == 0) {
      return Part.empty(line.isOpen() ? plan.actual().size() : 0);
    }
    PacketBatch batch = new PacketBatch(way.socket(), way.arena(), SynMessage.LENGTH, true);
    SynRounds rounds = rounds(batch, hosts, sources, plan, way);
    boolean all = run(rounds, hosts, plan, way, listener, false);
    dark |= rounds.isDark();
    SweepBoard board = rounds.board();
    EchoSweep echo = new EchoSweep(calls, line, hosts, cookie, way.ownPorts().odd(), door.clock());
    all = all && echo.sweep(host -> !board.isAlive(host), board.quiet(), listener);
    if (all && rounds.isDark() && echo.found() > 0) {
      SynPlan rest = plan.withoutTelling();
      SweepHosts heard = hosts.only(echo::isThere);
      int[] ways =
          IntStream.range(0, hosts.size()).filter(echo::isThere).map(i -> sources[i]).toArray();
      all = run(rounds(batch, heard, ways, rest, way), heard, rest, way, listener, false);
    }
    BitSet there = board.answering();
    IntStream.range(0, hosts.size()).filter(echo::isThere).forEach(there::set);
    return new Part(rounds.portsDone(), all, hosts.addresses(there));
  }

  private SynRounds rounds(
      PacketBatch batch, SweepHosts hosts, int[] sources, SynPlan ports, Way way) {
    return new SynRounds(line, batch, hosts, sources, ports, cookie, way.ownPorts());
  }

  /// @param near whether the system must ask for a hardware address to take back what was accepted
  private boolean run(
      SynRounds rounds,
      SweepHosts hosts,
      SynPlan ports,
      Way way,
      SweepListener listener,
      boolean near)
      throws InterruptedException {
    int size = ports.actual().size();
    try (PacketIntake intake =
        new PacketIntake(
            way.socket(),
            REPLY_ROOM,
            (octets, at, length) -> rounds.hear(SynMessage.parse(octets, at, length)))) {
      return rounds.run(
          place -> {
            line.followedBy(near ? 1 : 0);
            InetAddress address = SweepHosts.inet(hosts.address(place % hosts.size()));
            Service service = Service.tcp(address, ports.canonical().get(place / hosts.size()));
            open.add(service);
            listener.open(service);
          },
          questions -> listener.reached(done + questions / size));
    } finally {
      mostRounds = Math.max(mostRounds, rounds.rounds());
    }
  }

  private void count(Part part) {
    portsDone = Math.min(portsDone, part.portsDone());
    complete &= part.complete();
    answering.addAll(Arrays.asList(part.answering()));
    done += part.answering().length;
  }

  private static BitSet everybody(SweepHosts hosts) {
    BitSet all = new BitSet(hosts.size());
    all.set(0, hosts.size());
    return all;
  }

  /// What one sweep sends and hears through.
  private record Way(RawSocket socket, Arena arena, OwnPorts ownPorts) {}

  /// What a part of the sweep brought.
  ///
  /// @param portsDone number of ports that every host of it was asked on
  private record Part(int portsDone, boolean complete, InetAddress[] answering) {
    static Part empty(int portsDone) {
      return new Part(portsDone, portsDone > 0, new InetAddress[0]);
    }
  }
}
