package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostGateTest {
  private static final int PORT = 80;

  /// Many threads, random hosts of three subnets, random times.
  @Test
  void never_more_than_two_to_a_host_and_eight_to_a_subnet() throws Exception {
    HostGates gates = new HostGates(DoorLimits.standard());
    Map<String, AtomicInteger> open = new ConcurrentHashMap<>();
    AtomicInteger mostPerHost = new AtomicInteger();
    AtomicInteger mostPerSubnet = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 600; i++) {
        Random random = new Random(i);
        String subnet = "192.0." + random.nextInt(3);
        String host = subnet + "." + random.nextInt(12);
        running.add(
            threads.submit(
                () -> {
                  HostGate gate = gates.of(InetAddress.ofLiteral(host));
                  assertThat(gate.enter(PORT, () -> false)).isTrue();
                  raise(open, host, mostPerHost);
                  raise(open, subnet, mostPerSubnet);
                  TimeUnit.MICROSECONDS.sleep(random.nextInt(3000));
                  lower(open, host);
                  lower(open, subnet);
                  gate.leave(PORT, 0);
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(mostPerHost.get()).isBetween(1, 2);
    assertThat(mostPerSubnet.get()).isBetween(3, 8);
  }

  @Test
  void a_host_that_is_treated_gently_has_one_at_a_time() throws Exception {
    HostGate gate = gate();
    gate.beGentle();
    assertThat(gate.enter(PORT, () -> false)).isTrue();
    AtomicInteger looks = new AtomicInteger();
    assertThat(gate.enter(PORT, () -> looks.incrementAndGet() > 2)).isFalse();
    gate.leave(PORT, 0);
    looks.set(0);
    assertThat(gate.enter(PORT, () -> looks.incrementAndGet() > 2)).as("the pause").isFalse();
  }

  @Test
  void a_stop_ends_the_wait_and_takes_no_place() throws Exception {
    HostGate gate = gate();
    gate.enter(PORT, () -> false);
    gate.enter(PORT, () -> false);
    assertThat(gate.enter(PORT, () -> true)).isFalse();
    gate.leave(PORT, 0);
    assertThat(gate.enter(PORT, () -> false)).isTrue();
  }

  @Test
  void a_port_that_accepted_and_then_fails_is_lost_until_it_accepts_again() {
    HostGate gate = gate();
    gate.connected(PORT, false);
    assertThat(gate.isLost(PORT)).as("closed all along").isFalse();
    gate.connected(PORT, true);
    gate.connected(PORT, false);
    assertThat(gate.isLost(PORT)).isTrue();
    gate.connected(PORT, true);
    assertThat(gate.isLost(PORT)).isFalse();
    assertThat(gate.connections()).isEqualTo(2);
  }

  /// At random paces, with packets that follow by themselves, asked at random moments.
  @Test
  void no_second_has_more_packets_than_the_mandate_says() {
    Random random = new Random(41);
    for (int trial = 0; trial < 200; trial++) {
      int limit = 1 + random.nextInt(2000);
      AtomicLong now = new AtomicLong(random.nextLong(1L << 40));
      TokenBucket bucket = new TokenBucket(limit, now::get);
      List<Long> sent = new ArrayList<>();
      for (int look = 0; look < 400; look++) {
        now.addAndGet(random.nextLong(1_000_000_000L / 20));
        int taken = bucket.tryTake(1 + random.nextInt(64));
        for (int i = 0; i < taken; i++) {
          sent.add(now.get());
        }
      }
      int from = 0;
      for (int to = 0; to < sent.size(); to++) {
        while (sent.get(to) - sent.get(from) >= 1_000_000_000L) {
          from++;
        }
        assertThat(to - from + 1).isLessThanOrEqualTo(limit);
      }
    }
  }

  private static HostGate gate() {
    return new HostGates(DoorLimits.standard()).of(InetAddress.ofLiteral("192.0.2.7"));
  }

  private static void raise(Map<String, AtomicInteger> open, String of, AtomicInteger most) {
    int now = open.computeIfAbsent(of, first -> new AtomicInteger()).incrementAndGet();
    most.accumulateAndGet(now, Math::max);
  }

  private static void lower(Map<String, AtomicInteger> open, String of) {
    open.getOrDefault(of, new AtomicInteger()).decrementAndGet();
  }
}
