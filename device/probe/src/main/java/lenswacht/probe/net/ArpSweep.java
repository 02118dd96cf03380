package lenswacht.probe.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntPredicate;
import lenswacht.probe.net.LocalNetwork.Segment;
import org.jspecify.annotations.Nullable;

/// Finds which addresses of a local segment are there: every host must answer ARP, whatever its
/// firewall drops.
final class ArpSweep {
  private static final int FEWEST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 8;
  private static final int FRAME_ROOM = 64;
  private static final long ANSWER_WAIT = 120_000_000L;

  private final SocketCalls calls;
  private final SweepLine line;
  private final SweepHosts hosts;
  private final AtomicIntegerArray there;
  private final AtomicInteger found = new AtomicInteger();

  ArpSweep(SocketCalls calls, SweepLine line, SweepHosts hosts) {
    this.calls = calls;
    this.line = line;
    this.hosts = hosts;
    this.there = new AtomicIntegerArray((hosts.size() + Integer.SIZE - 1) / Integer.SIZE);
  }

  /// Whether the host at `index` answered.
  boolean isThere(int index) {
    return (there.get(index >> 5) & 1 << index) != 0;
  }

  /// Asks for every host in `segment`.
  ///
  /// @throws IOException when the interface takes no frames
  void sweep(Segment segment) throws IOException, InterruptedException {
    IntPredicate missing =
        host -> {
          int address = hosts.address(host);
          return address != segment.own() && segment.contains(address) && !isThere(host);
        };
    byte[] mac = segment.mac();
    try (RawSocket socket = RawSocket.frames(calls, ArpMessage.ETHER_TYPE, segment.nic());
        Arena arena = Arena.ofConfined();
        PacketIntake intake =
            new PacketIntake(
                socket,
                FRAME_ROOM,
                (octets, at, length) -> hear(ArpMessage.parse(octets, at, length, mac), segment))) {
      PacketBatch batch = new PacketBatch(socket, arena, ArpMessage.LENGTH, false);
      int idle = 0;
      for (int round = 1; round <= MOST_ROUNDS && (idle < 2 || round <= FEWEST_ROUNDS); round++) {
        int before = found.get();
        if (!ask(batch, segment, missing) || !line.rest(ANSWER_WAIT)) {
          return;
        }
        idle = found.get() == before ? idle + 1 : 0;
      }
    }
  }

  private boolean ask(PacketBatch batch, Segment segment, IntPredicate missing)
      throws InterruptedException {
    byte[] mac = segment.mac();
    int count = 0;
    for (int turn = 0; turn < hosts.size(); turn++) {
      int host = hosts.inTurn(turn);
      if (missing.test(host)) {
        ArpMessage.write(batch.octets(), batch.at(count), mac, segment.own(), hosts.address(host));
        count++;
        if (count == RawSocket.BATCH) {
          if (!line.send(batch, count)) {
            return false;
          }
          count = 0;
        }
      }
    }
    return count == 0 || line.send(batch, count);
  }

  private void hear(@Nullable ArpMessage message, Segment segment) {
    int host =
        message == null || !segment.contains(message.address())
            ? -1
            : hosts.indexOf(message.address());
    if (host >= 0 && !isThere(host)) {
      int word = host >> 5;
      there.set(word, there.get(word) | 1 << host);
      found.incrementAndGet();
    }
  }
}
