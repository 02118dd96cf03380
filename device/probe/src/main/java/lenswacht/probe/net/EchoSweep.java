package lenswacht.probe.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntPredicate;
import lenswacht.observation.Bytes;

/// Finds which IPv4 addresses answer an echo although no port of theirs answers.
final class EchoSweep {
  private static final int SILENT_AGAIN_UP_TO = 1024;
  private static final int PACKET_ROOM = 96;
  private static final int NO_PORT = 0;
  private static final long LONGEST_WAIT = 400_000_000L;

  private final SocketCalls calls;
  private final SweepLine line;
  private final SweepHosts hosts;
  private final SweepCookie cookie;
  private final int id;
  private final InstantSource clock;
  private final AtomicIntegerArray there;
  private final AtomicInteger found = new AtomicInteger();
  private final Queue<HostAnswer> news = new ConcurrentLinkedQueue<>();

  /// @param cookie tells what each host must send back
  /// @param id a number that other programs on this computer do not use
  EchoSweep(
      SocketCalls calls,
      SweepLine line,
      SweepHosts hosts,
      SweepCookie cookie,
      int id,
      InstantSource clock) {
    this.calls = calls;
    this.line = line;
    this.hosts = hosts;
    this.cookie = cookie;
    this.id = id;
    this.clock = clock;
    this.there = new AtomicIntegerArray((hosts.size() + Integer.SIZE - 1) / Integer.SIZE);
  }

  /// Whether the host at `index` answered.
  boolean isThere(int index) {
    return (there.get(index >> 5) & 1 << index) != 0;
  }

  /// How many hosts answered.
  int found() {
    return found.get();
  }

  /// Asks every host that `silent` keeps, and where they are few those that do not answer once
  /// more.
  ///
  /// @param quiet how long an answer can take, in nanoseconds
  /// @return whether all were asked; false when the sweep may not go on, or there is no socket
  boolean sweep(IntPredicate silent, long quiet, SweepListener listener)
      throws InterruptedException {
    long wait = Math.min(quiet, LONGEST_WAIT);
    try (RawSocket socket = RawSocket.echo(calls, id);
        Arena arena = Arena.ofConfined();
        PacketIntake intake = new PacketIntake(socket, PACKET_ROOM, this::hear)) {
      PacketBatch batch = new PacketBatch(socket, arena, EchoMessage.LENGTH, true);
      int asked = ask(batch, silent, listener);
      if (asked > 0 && asked <= SILENT_AGAIN_UP_TO && line.rest(wait)) {
        asked = ask(batch, silent, listener);
      }
      boolean all = asked == 0 || asked > 0 && line.rest(wait);
      tell(listener);
      return all;
    } catch (IOException noSocket) {
      return false;
    }
  }

  /// @return how many were asked, -1 when the sweep may not go on
  private int ask(PacketBatch batch, IntPredicate silent, SweepListener listener)
      throws InterruptedException {
    int asked = 0;
    int count = 0;
    for (int turn = 0; turn < hosts.size(); turn++) {
      int host = hosts.inTurn(turn);
      if (isThere(host) || !silent.test(host)) {
        continue;
      }
      int address = hosts.address(host);
      EchoMessage.write(
          batch.octets(), batch.at(count), EchoMessage.REQUEST_4, id, cookie.of(address, NO_PORT));
      batch.address(count, address);
      asked++;
      count++;
      if (count == RawSocket.BATCH) {
        if (!line.send(batch, count)) {
          return -1;
        }
        tell(listener);
        count = 0;
      }
    }
    return count == 0 || line.send(batch, count) ? asked : -1;
  }

  private void tell(SweepListener listener) {
    for (HostAnswer answer = news.poll(); answer != null; answer = news.poll()) {
      listener.answered(answer);
    }
  }

  private void hear(byte[] octets, int at, int length) {
    OptionalInt secret = EchoMessage.secretIn(octets, at, length, id);
    int address = secret.isPresent() ? NetworkOrder.intAt(octets, at + 12) : 0;
    int host = hosts.indexOf(address);
    if (host < 0 || isThere(host) || secret.orElse(0) != cookie.of(address, NO_PORT)) {
      return;
    }
    int word = host >> 5;
    there.set(word, there.get(word) | 1 << host);
    found.incrementAndGet();
    Bytes packet = Bytes.of(Arrays.copyOfRange(octets, at, at + length));
    news.add(
        HostAnswer.of(
            HostAnswer.ICMP, SweepHosts.inet(address), Optional.empty(), clock.instant(), packet));
  }
}
