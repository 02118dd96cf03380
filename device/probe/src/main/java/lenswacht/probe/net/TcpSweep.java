package lenswacht.probe.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import org.jspecify.annotations.Nullable;

/// Finds which addresses in scope accept connections on the ports of the plan. One thread, many
/// sockets that do not block; no byte is sent over any of them.
///
/// A sweep keeps to the mandate's pace and to the door's limits: few connections to one host, a
/// bounded number to one subnet and in all. Of many addresses the telling ports are asked first,
// and
/// in a range that is mostly silent the others only where something answered. A port that is known
/// to be open is not asked again. A sweep ends early when the door is stopped or the mandate runs
/// out.
public final class TcpSweep {
  private static final long LONGEST_NAP = 50;
  private static final int DARK_FROM = 1024;
  private static final int DARK_SHARE = 8;

  /// Hosts that wait while their subnet has its share.
  private static final int MOST_READY = 4096;

  private final NetworkDoor door;
  private final List<Integer> ports;
  private final int telling;
  private final Deque<Host> ready = new ArrayDeque<>();
  private final Deque<Attempt> waiting = new ArrayDeque<>();
  private final Set<InetAddress> answering = new HashSet<>();
  private final List<Service> open = new ArrayList<>();
  private int inFlight;
  private int lastPort;
  private boolean isRoom = true;
  private long asked;
  private long begun;
  private long swept;

  /// A sweep through `door`.
  public TcpSweep(NetworkDoor door) {
    this.door = door;
    SynPlan plan = SynPlan.of(door.ports(), door.ports().canonicalPorts());
    this.ports = plan.canonical();
    this.telling = plan.telling();
  }

  /// The fact that `service` accepted a connection at `at`, as the outcome of the question
  /// `connect`.
  public static ProbeOutcome.Answered accepted(Service service, Instant at) {
    Evidence evidence = Evidence.of(at, service, "connect", Bytes.EMPTY, false, false);
    return new ProbeOutcome.Answered(
        List.of(new Observation.Listening(service, evidence.id())), List.of(evidence));
  }

  /// Sweeps `scope`, or as much of it as the mandate covers. May be called once.
  ///
  /// @param onOpen told of each open service as it is found, on the calling thread
  /// @param onProgress told now and then how many addresses' worth of ports have been asked
  public SweepOutcome sweep(ScanScope scope, Consumer<Service> onOpen, LongConsumer onProgress)
      throws InterruptedException {
    long size = hosts(scope).limit(DARK_FROM + 1L).count();
    boolean complete;
    boolean dark = false;
    try (Selector selector = Selector.open()) {
      int first = size > DARK_FROM ? telling : ports.size();
      complete = ask(selector, hosts(scope), 0, first, onOpen, onProgress);
      if (complete && first < ports.size()) {
        dark = answering.size() * (long) DARK_SHARE < swept;
        long all = swept;
        Stream<InetAddress> rest = dark ? hosts(scope).filter(answering::contains) : hosts(scope);
        swept = 0;
        complete = ask(selector, rest, first, ports.size(), onOpen, onProgress);
        swept = dark ? all : swept;
      }
    } catch (IOException failed) {
      throw new IllegalStateException("this platform opens no selector", failed);
    } finally {
      waiting.forEach(this::abandon);
    }
    return new SweepOutcome(
        swept,
        dark ? ports.subList(0, telling) : ports,
        answering,
        open,
        complete,
        SweepMeans.CONNECT_LOOPBACK,
        begun,
        1);
  }

  private Stream<InetAddress> hosts(ScanScope scope) {
    return scope.hosts().filter(door.mandate().scope()::covers);
  }

  /// Asks each of `all` on the ports from place `from` to before place `to`.
  ///
  /// @return whether all was asked
  private boolean ask(
      Selector selector,
      Stream<InetAddress> all,
      int from,
      int to,
      Consumer<Service> onOpen,
      LongConsumer onProgress)
      throws IOException, InterruptedException {
    Iterator<Host> hosts = all.map(address -> new Host(address, from)).iterator();
    lastPort = to;
    while (!ready.isEmpty() || inFlight > 0 || hosts.hasNext()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (door.refusal().isPresent()) {
        return false;
      }
      launch(selector, hosts, onOpen);
      selector.select(nap());
      finish(selector, onOpen);
      expire();
      onProgress.accept(asked / ports.size());
    }
    return true;
  }

  private void launch(Selector selector, Iterator<Host> hosts, Consumer<Service> onOpen)
      throws IOException {
    while (inFlight < door.limits().sweepSockets() && door.refusal().isEmpty()) {
      Host host = next(hosts);
      if (host == null) {
        return;
      }
      if (!door.packets().tryTake()) {
        host.gate.leaveAfterSweep(0, false);
        ready.addFirst(host);
        isRoom = true;
        return;
      }
      int port = ports.get(host.nextPort++);
      host.skipKnown();
      host.open++;
      if (host.mayOpenAnother()) {
        ready.addLast(host);
      }
      connect(selector, host, port, onOpen);
    }
  }

  /// A host whose gate and whose subnet have let the sweep in, if there is one.
  private @Nullable Host next(Iterator<Host> hosts) {
    for (int left = isRoom || inFlight == 0 ? ready.size() : 0; left > 0; left--) {
      Host host = ready.removeFirst();
      if (host.gate.tryEnterForSweep()) {
        return host;
      }
      ready.addLast(host);
    }
    isRoom = false;
    while (ready.size() < MOST_READY && hosts.hasNext()) {
      Host host = hosts.next();
      host.skipKnown();
      if (host.isDone()) {
        settled(host);
      } else if (host.gate.tryEnterForSweep()) {
        return host;
      } else {
        ready.addLast(host);
      }
    }
    return null;
  }

  private void connect(Selector selector, Host host, int port, Consumer<Service> onOpen)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    Attempt attempt = new Attempt(host, port, channel, System.nanoTime());
    inFlight++;
    if (!door.sockets().admit(channel) || door.refusal(host.address, port).isPresent()) {
      done(attempt, false);
      return;
    }
    door.traffic().add(Traffic.SWEEP_CONNECTS, 1);
    host.gate.count(1);
    begun++;
    try {
      channel.configureBlocking(false);
      attempt.key = channel.register(selector, SelectionKey.OP_CONNECT, attempt);
      if (channel.connect(door.way(host.address, port))) {
        accepted(attempt, onOpen);
        return;
      }
      waiting.addLast(attempt);
    } catch (ConnectException refused) {
      refused(attempt);
    } catch (IOException unreachable) {
      done(attempt, false);
    }
  }

  private void finish(Selector selector, Consumer<Service> onOpen) {
    Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
    while (keys.hasNext()) {
      Attempt attempt = (Attempt) keys.next().attachment();
      keys.remove();
      if (attempt.ended) {
        continue;
      }
      try {
        if (attempt.channel.finishConnect()) {
          accepted(attempt, onOpen);
        }
      } catch (ConnectException refused) {
        refused(attempt);
      } catch (IOException unreachable) {
        done(attempt, false);
      }
    }
  }

  private void accepted(Attempt attempt, Consumer<Service> onOpen) {
    Service service = Service.tcp(attempt.host.address, attempt.port);
    door.packets().book(2);
    attempt.host.gate.count(2);
    answering.add(attempt.host.address);
    open.add(service);
    try {
      attempt.channel.shutdownOutput();
    } catch (IOException gone) {
      // The other side was quicker to say goodbye.
    }
    done(attempt, true);
    onOpen.accept(service);
  }

  private void refused(Attempt attempt) {
    answering.add(attempt.host.address);
    done(attempt, false);
  }

  /// Gives up on connections that have been awaited long enough.
  private void expire() {
    long oldest = System.nanoTime() - door.limits().sweepWait().toNanos();
    while (!waiting.isEmpty()) {
      Attempt attempt = waiting.getFirst();
      if (!attempt.ended && attempt.begun - oldest > 0) {
        return;
      }
      waiting.removeFirst();
      if (!attempt.ended) {
        done(attempt, false);
      }
    }
  }

  private void abandon(Attempt attempt) {
    if (!attempt.ended) {
      attempt.ended = true;
      door.sockets().close(attempt.channel);
      attempt.host.gate.leaveAfterSweep(attempt.port, false);
    }
  }

  private void done(Attempt attempt, boolean opened) {
    attempt.ended = true;
    if (attempt.key != null) {
      attempt.key.cancel();
    }
    door.sockets().close(attempt.channel);
    Host host = attempt.host;
    boolean wasFull = !host.mayOpenAnother();
    host.open--;
    inFlight--;
    asked++;
    isRoom = true;
    host.gate.leaveAfterSweep(attempt.port, opened);
    if (host.isDone()) {
      settled(host);
    } else if (wasFull && host.mayOpenAnother()) {
      ready.addLast(host);
    }
  }

  private void settled(Host host) {
    swept++;
    door.tidy(host.address);
  }

  /// How long the selector may sleep: until a connection is given up, or the next packet's turn.
  private long nap() {
    if (isRoom && !ready.isEmpty() && inFlight < door.limits().sweepSockets()) {
      return 1;
    }
    Attempt oldest = waiting.peekFirst();
    if (oldest == null) {
      return 1;
    }
    long left = door.limits().sweepWait().toNanos() - (System.nanoTime() - oldest.begun);
    return Math.clamp(TimeUnit.NANOSECONDS.toMillis(left), 1, LONGEST_NAP);
  }

  /// One address on its way through the ports.
  private final class Host {
    private final InetAddress address;
    private final HostGate gate;
    private int nextPort;
    private int open;

    Host(InetAddress address, int firstPort) {
      this.address = address;
      this.gate = door.gate(address);
      this.nextPort = firstPort;
    }

    boolean mayOpenAnother() {
      return nextPort < lastPort && open < door.limits().connectionsPerHost();
    }

    boolean isDone() {
      return nextPort >= lastPort && open == 0;
    }

    /// Passes over the ports of which it is known that they are open.
    void skipKnown() {
      while (nextPort < lastPort && gate.isKnown(ports.get(nextPort))) {
        TcpSweep.this.open.add(Service.tcp(address, ports.get(nextPort)));
        answering.add(address);
        asked++;
        nextPort++;
      }
    }
  }

  /// One connection that is being made.
  private static final class Attempt {
    private final Host host;
    private final int port;
    private final SocketChannel channel;
    private final long begun;
    private @Nullable SelectionKey key;
    private boolean ended;

    Attempt(Host host, int port, SocketChannel channel, long begun) {
      this.host = host;
      this.port = port;
      this.channel = channel;
      this.begun = begun;
    }
  }
}
