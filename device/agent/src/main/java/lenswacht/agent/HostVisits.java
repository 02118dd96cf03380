package lenswacht.agent;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import lenswacht.observation.AddressSet;
import lenswacht.observation.Bytes;

/// Visits many hosts: so many at once in all, and so many at once of one subnet, which is a /24 or
/// a /64. Every subnet has its turn; a thread is there for each place in use, not for each host.
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
    Turns turns = new Turns(hosts, perSubnet);
    List<Future<?>> running = new ArrayList<>();
    for (long i = Math.min(atOnce, turns.waiting()); i > 0; i--) {
      running.add(
          threads.submit(
              () -> {
                work(turns);
                return null;
              }));
    }
    return running;
  }

  private void work(Turns turns) throws InterruptedException {
    for (Optional<Turn> turn = turns.take(); turn.isPresent(); turn = turns.take()) {
      try {
        if (mayGoOn.getAsBoolean()) {
          task.visit(turn.get().host);
        } else {
          left.add(turn.get().host);
        }
      } finally {
        turns.giveBack(turn.get());
      }
    }
  }

  /// A host whose turn it is.
  private record Turn(Subnet subnet, InetAddress host) {}

  private static final class Subnet {
    private final ArrayDeque<InetAddress> hosts = new ArrayDeque<>();
    private int inUse;
  }

  /// The hosts that wait for their turn; each subnet that has a free place gives one after another.
  private static final class Turns {
    private final ArrayDeque<Subnet> ready = new ArrayDeque<>();
    private final int perSubnet;
    private long waiting;

    Turns(Iterable<InetAddress> hosts, int perSubnet) {
      this.perSubnet = perSubnet;
      Map<Bytes, Subnet> subnets = new LinkedHashMap<>();
      for (InetAddress host : hosts) {
        subnets.computeIfAbsent(subnet(host), unseen -> new Subnet()).hosts.add(host);
        waiting++;
      }
      ready.addAll(subnets.values());
    }

    synchronized long waiting() {
      return waiting;
    }

    /// The next one, as soon as its subnet has a place; empty when nobody waits any more.
    synchronized Optional<Turn> take() throws InterruptedException {
      while (ready.isEmpty()) {
        if (waiting == 0) {
          return Optional.empty();
        }
        wait();
      }
      Subnet subnet = ready.remove();
      Turn turn = new Turn(subnet, subnet.hosts.remove());
      waiting--;
      subnet.inUse++;
      if (!subnet.hosts.isEmpty() && subnet.inUse < perSubnet) {
        ready.add(subnet);
      }
      if (waiting == 0) {
        notifyAll();
      }
      return Optional.of(turn);
    }

    synchronized void giveBack(Turn turn) {
      Subnet subnet = turn.subnet;
      boolean wasFull = subnet.inUse == perSubnet;
      subnet.inUse--;
      if (wasFull && !subnet.hosts.isEmpty()) {
        ready.add(subnet);
        notifyAll();
      }
    }
  }

  private static Bytes subnet(InetAddress address) {
    byte[] octets = address.getAddress();
    return Bytes.of(Arrays.copyOf(octets, octets.length == 4 ? 3 : 8));
  }
}
