package lenswacht.probe.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import lenswacht.observation.Bytes;

/// Finds which IPv6 addresses answer an echo although no port of theirs answers.
final class SixEcho {
  private static final int ROUNDS = 2;
  private static final int PACKET_ROOM = 96;
  private static final long ANSWER_WAIT = 400_000_000L;

  private final SocketCalls calls;
  private final SweepLine line;
  private final InstantSource clock;
  private final int id;
  private final int secret;
  private final Set<InetAddress> asked = ConcurrentHashMap.newKeySet();
  private final Set<InetAddress> there = ConcurrentHashMap.newKeySet();
  private final Queue<HostAnswer> news = new ConcurrentLinkedQueue<>();

  SixEcho(SocketCalls calls, SweepLine line, InstantSource clock) {
    this.calls = calls;
    this.line = line;
    this.clock = clock;
    SecureRandom random = new SecureRandom();
    this.id = random.nextInt(1 << 16);
    this.secret = random.nextInt();
  }

  /// Who answered.
  Set<InetAddress> there() {
    return Set.copyOf(there);
  }

  /// Asks `silent`, twice where nobody answers.
  ///
  /// @return false when the sweep may not go on. A process that may not send echoes sends none
  boolean sweep(List<InetAddress> silent, SweepListener listener) throws InterruptedException {
    asked.addAll(silent);
    try (RawSocket out = RawSocket.icmp6(calls);
        RawSocket in = RawSocket.echoes6(calls);
        Arena arena = Arena.ofConfined();
        PacketIntake intake = new PacketIntake(in, PACKET_ROOM, this::hear)) {
      PacketBatch batch = PacketBatch.toSix(out, arena, EchoMessage.LENGTH);
      boolean mayGoOn = true;
      for (int round = 0; mayGoOn && round < ROUNDS; round++) {
        mayGoOn = ask(batch, silent) && line.rest(ANSWER_WAIT);
        for (HostAnswer answer = news.poll(); answer != null; answer = news.poll()) {
          listener.answered(answer);
        }
      }
      return mayGoOn;
    } catch (IOException noSocket) {
      return true;
    }
  }

  private boolean ask(PacketBatch batch, List<InetAddress> silent) throws InterruptedException {
    int count = 0;
    for (InetAddress one : silent) {
      if (there.contains(one)) {
        continue;
      }
      EchoMessage.write(batch.octets(), batch.at(count), EchoMessage.REQUEST_6, id, secret);
      batch.address(count, one.getAddress());
      count++;
      if (count == RawSocket.BATCH) {
        if (!line.send(batch, count)) {
          return false;
        }
        count = 0;
      }
    }
    return count == 0 || line.send(batch, count);
  }

  private void hear(byte[] octets, int at, int length) {
    if (EchoMessage.secretInSix(octets, at, length, id).orElse(~secret) != secret) {
      return;
    }
    InetAddress address = NetworkOrder.address(octets, at + 8, 16);
    if (asked.contains(address) && there.add(address)) {
      Bytes packet = Bytes.of(Arrays.copyOfRange(octets, at, at + length));
      news.add(HostAnswer.of(HostAnswer.ICMP6, address, Optional.empty(), clock.instant(), packet));
    }
  }
}
