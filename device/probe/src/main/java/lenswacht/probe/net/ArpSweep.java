package lenswacht.probe.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
import lenswacht.probe.net.LocalNetwork.Segment;

/// Finds which addresses of one local segment are there: every host must answer ARP, whatever its
/// firewall drops.
///
/// Where several hardware addresses answer for one address, all are told, up to a number that one
/// liar cannot pass; the first is the one that is used.
final class ArpSweep {
  private static final int FEWEST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 8;
  private static final int MOST_OTHERS_EACH = 7;
  private static final int MOST_OTHERS = 4096;
  private static final int FRAME_ROOM = 64;
  private static final long ANSWER_WAIT = 120_000_000L;
  private static final long ANYBODY = 1L << 48;

  private final SocketCalls calls;
  private final SweepLine line;
  private final SweepHosts hosts;
  private final Segment segment;
  private final InstantSource clock;

  /// Hardware address per host with the bit above it set, 0 where nobody answered.
  private final AtomicLongArray first;

  private final AtomicInteger found = new AtomicInteger();
  private final Queue<HostAnswer> news = new ConcurrentLinkedQueue<>();

  /// Further hardware addresses of one host; for the thread that hears.
  private final Map<Integer, Set<Long>> others = new HashMap<>();

  private int otherCount;

  ArpSweep(
      SocketCalls calls, SweepLine line, SweepHosts hosts, Segment segment, InstantSource clock) {
    this.calls = calls;
    this.line = line;
    this.hosts = hosts;
    this.segment = segment;
    this.clock = clock;
    this.first = new AtomicLongArray(hosts.size());
  }

  Segment segment() {
    return segment;
  }

  /// Whether the host at `index` answered.
  boolean isThere(int index) {
    return first.get(index) != 0;
  }

  /// The hardware address of `address`, which answered, in 48 bits.
  long hardware(int address) {
    return first.get(hosts.indexOf(address)) & ~ANYBODY;
  }

  /// Asks for every host in the segment.
  ///
  /// @throws IOException when the interface takes no frames
  void sweep(SweepListener listener) throws IOException, InterruptedException {
    byte[] mac = segment.mac();
    try (RawSocket socket = RawSocket.frames(calls, ArpMessage.ETHER_TYPE, segment.nic());
        Arena arena = Arena.ofConfined();
        PacketIntake intake =
            new PacketIntake(
                socket, FRAME_ROOM, (octets, at, length) -> hear(octets, at, length, mac))) {
      PacketBatch batch = new PacketBatch(socket, arena, ArpMessage.LENGTH, false);
      int idle = 0;
      boolean mayGoOn = true;
      for (int round = 1;
          mayGoOn && round <= MOST_ROUNDS && (idle < 2 || round <= FEWEST_ROUNDS);
          round++) {
        int before = found.get();
        mayGoOn = ask(batch, mac, listener) && line.rest(ANSWER_WAIT);
        tell(listener);
        idle = found.get() == before ? idle + 1 : 0;
      }
    }
    tell(listener);
  }

  private boolean ask(PacketBatch batch, byte[] mac, SweepListener listener)
      throws InterruptedException {
    int count = 0;
    for (int turn = 0; turn < hosts.size(); turn++) {
      int host = hosts.inTurn(turn);
      int address = hosts.address(host);
      if (address == segment.own() || !segment.contains(address) || isThere(host)) {
        continue;
      }
      ArpMessage.write(batch.octets(), batch.at(count), mac, segment.own(), address);
      count++;
      if (count == RawSocket.BATCH) {
        if (!line.send(batch, count)) {
          return false;
        }
        tell(listener);
        count = 0;
      }
    }
    return count == 0 || line.send(batch, count);
  }

  private void tell(SweepListener listener) {
    for (HostAnswer answer = news.poll(); answer != null; answer = news.poll()) {
      listener.answered(answer);
    }
  }

  private void hear(byte[] octets, int at, int length, byte[] mac) {
    ArpMessage.answer(octets, at, length, mac)
        .ifPresent(
            message -> {
              int address = SweepHosts.number(message.sender());
              int host = segment.contains(address) ? hosts.indexOf(address) : -1;
              if (host >= 0 && isNews(host, message.senderHardware())) {
                Bytes frame = Bytes.of(Arrays.copyOfRange(octets, at, at + ArpMessage.LENGTH));
                news.add(
                    HostAnswer.of(
                        HostAnswer.ARP,
                        message.sender(),
                        Optional.of(message.senderHardware()),
                        clock.instant(),
                        frame));
              }
            });
  }

  private boolean isNews(int host, MacAddress mac) {
    long told = Long.parseLong(mac.hex(), 16) | ANYBODY;
    long known = first.get(host);
    if (known == 0) {
      first.set(host, told);
      found.incrementAndGet();
      return true;
    }
    if (known == told || otherCount >= MOST_OTHERS) {
      return false;
    }
    Set<Long> more = others.computeIfAbsent(host, none -> new HashSet<>());
    if (more.size() >= MOST_OTHERS_EACH || !more.add(told)) {
      return false;
    }
    otherCount++;
    return true;
  }
}
