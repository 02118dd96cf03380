package lenswacht.agent;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import lenswacht.observation.AddressSet;
import lenswacht.observation.Bytes;

/// Visits many hosts: so many at once in all, and so many at once of one subnet, a /24 or for IPv6
// a
/// /64. Every subnet has its turn; a thread is there for each place in use, not for each host.
final class HostVisits {
  private final int atOnce;
  private final int perSubnet;
  private final BooleanSupplier mayGoOn;
  private final HostTask task;
  private final Queue<InetAddress> left = new ConcurrentLinkedQueue<>();

  /// What is done with one host.
  interface HostTask {
    void visit(InetAddress host) throws InterruptedException;
  }

  /// @param mayGoOn asked before each visit; after a no there is no other
  HostVisits(int atOnce, int perSubnet, BooleanSupplier mayGoOn, HostTask task) {
    this.atOnce = atOnce;
    this.perSubnet = perSubnet;
    this.mayGoOn = mayGoOn;
    this.task = task;
  }

  /// The hosts that were not visited any more.
  AddressSet left() {
    return AddressSet.ofAddresses(left);
  }

  /// Visits all of `hosts`, and several such rounds at the same time.
  static void all(Map<HostVisits, Iterable<InetAddress>> rounds) throws InterruptedException {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      rounds.forEach((visits, hosts) -> running.addAll(visits.start(hosts, threads)));
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UncheckedIOException storage) {
        throw storage;
      }
      throw new IllegalStateException("a host could not be asked", failed.getCause());
    }
  }

  private List<Future<?>> start(Iterable<InetAddress> hosts, ExecutorService threads) {
    Map<Bytes, Queue<InetAddress>> subnets = new LinkedHashMap<>();
    for (InetAddress host : hosts) {
      subnets.computeIfAbsent(subnet(host), unseen -> new ConcurrentLinkedQueue<>()).add(host);
    }
    Semaphore places = new Semaphore(atOnce, true);
    List<Future<?>> running = new ArrayList<>();
    for (Queue<InetAddress> queue : subnets.values()) {
      int workers = Math.min(perSubnet, Math.min(atOnce, queue.size()));
      for (int i = 0; i < workers; i++) {
        running.add(
            threads.submit(
                () -> {
                  work(queue, places);
                  return null;
                }));
      }
    }
    return running;
  }

  private void work(Queue<InetAddress> queue, Semaphore places) throws InterruptedException {
    for (InetAddress host = queue.poll(); host != null; host = queue.poll()) {
      places.acquire();
      try {
        if (mayGoOn.getAsBoolean()) {
          task.visit(host);
        } else {
          left.add(host);
        }
      } finally {
        places.release();
      }
    }
  }

  private static Bytes subnet(InetAddress address) {
    byte[] octets = address.getAddress();
    return Bytes.of(Arrays.copyOf(octets, octets.length == 4 ? 3 : 8));
  }
}
