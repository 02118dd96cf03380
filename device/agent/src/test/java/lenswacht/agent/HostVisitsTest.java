package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Random hosts, limits and lengths of visits.
class HostVisitsTest {
  @Test
  void limits_hold_and_every_host_is_visited_once() throws Exception {
    Random random = new Random(21);
    for (int trial = 0; trial < 40; trial++) {
      Set<InetAddress> hosts = hosts(random);
      int atOnce = 1 + random.nextInt(40);
      int perSubnet = 1 + random.nextInt(8);
      Watcher watcher = new Watcher();
      HostVisits visits =
          new HostVisits(atOnce, perSubnet, () -> true, watcher.visit(random.nextInt(3)));
      HostVisits.all(Map.of(visits, hosts));
      assertThat(watcher.visited).containsOnlyKeys(hosts);
      assertThat(watcher.visited.values()).allMatch(times -> times == 1);
      assertThat(watcher.most.get()).isLessThanOrEqualTo(atOnce);
      assertThat(watcher.mostPerSubnet.get()).isLessThanOrEqualTo(perSubnet);
      assertThat(visits.left().isEmpty()).isTrue();
    }
  }

  @Test
  void after_a_stop_nobody_is_visited_and_who_is_left_is_told() throws Exception {
    Random random = new Random(22);
    for (int trial = 0; trial < 40; trial++) {
      Set<InetAddress> hosts = hosts(random);
      AtomicBoolean stopped = new AtomicBoolean();
      AtomicInteger late = new AtomicInteger();
      int stopAfter = random.nextInt(hosts.size());
      Set<InetAddress> visited = ConcurrentHashMap.newKeySet();
      HostVisits visits =
          new HostVisits(
              1 + random.nextInt(20),
              4,
              () -> !stopped.get(),
              host -> {
                late.addAndGet(stopped.get() && visited.size() > stopAfter + 20 ? 1 : 0);
                visited.add(host);
                if (visited.size() > stopAfter) {
                  stopped.set(true);
                }
              });
      HostVisits.all(Map.of(visits, hosts));
      assertThat(late).hasValue(0);
      Set<InetAddress> all = new HashSet<>(visited);
      visits.left().addresses().forEach(all::add);
      assertThat(all).isEqualTo(hosts);
      assertThat(visits.left().size() + visited.size()).isEqualTo(hosts.size());
    }
  }

  private static Set<InetAddress> hosts(Random random) {
    Set<InetAddress> hosts = new HashSet<>();
    for (int n = random.nextInt(120); n >= 0; n--) {
      hosts.add(
          random.nextInt(5) == 0
              ? InetAddress.ofLiteral("2001:db8:0:" + random.nextInt(3) + "::" + random.nextInt(90))
              : InetAddress.ofLiteral("192.0." + random.nextInt(4) + "." + random.nextInt(250)));
    }
    return hosts;
  }

  /// Counts who is visited at the same time.
  private static final class Watcher {
    private final Map<InetAddress, Integer> visited = new ConcurrentHashMap<>();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger mostPerSubnet = new AtomicInteger();
    private final List<InetAddress> now = new ArrayList<>();

    HostVisits.HostTask visit(int millis) {
      return host -> {
        enter(host);
        TimeUnit.MILLISECONDS.sleep(millis);
        leave(host);
      };
    }

    private synchronized void enter(InetAddress host) {
      visited.merge(host, 1, Integer::sum);
      now.add(host);
      most.accumulateAndGet(now.size(), Math::max);
      int near = (int) now.stream().filter(one -> subnet(one).equals(subnet(host))).count();
      mostPerSubnet.accumulateAndGet(near, Math::max);
    }

    private synchronized void leave(InetAddress host) {
      now.remove(host);
    }

    private static String subnet(InetAddress host) {
      String text = host.getHostAddress();
      return text.contains(":") ? text.split(":")[3] : text.substring(0, text.lastIndexOf('.'));
    }
  }
}
