package lenswacht.probe.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lenswacht.observation.AddressRange;
import lenswacht.observation.MacAddress;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;

/// Finds which addresses in scope are in use and accept connections on the ports of the plan, by
// the
/// fastest means there is: first segments over a raw socket where the process may, else ordinary
/// connections. The outcome says which. IPv6 comes second, because hardware addresses that IPv4
/// brings tell where to look.
public final class Sweep {
  private final NetworkDoor door;

  /// A sweep through `door`.
  public Sweep(NetworkDoor door) {
    this.door = door;
  }

  /// The same without anything known before, for who wants to hear of open services and progress
  /// alone.
  public SweepOutcome sweep(ScanScope scope, Consumer<Service> onOpen, LongConsumer onProgress)
      throws InterruptedException {
    return sweep(SweepOrder.of(scope), SweepListener.of(onOpen, onProgress));
  }

  /// Sweeps what `order` says, or as much of it as the mandate covers. May be called once.
  public SweepOutcome sweep(SweepOrder order, SweepListener listener) throws InterruptedException {
    ScanScope scope = order.scope();
    if (scope.ranges().stream().anyMatch(range -> range.base().isLoopbackAddress())) {
      return new TcpSweep(door).sweep(scope, listener::open, listener::reached);
    }
    boolean isAnyFour = scope.ranges().stream().anyMatch(Sweep::isFour);
    boolean isAnySix = !scope.ranges().stream().allMatch(Sweep::isFour);
    Set<MacAddress> hardware = new HashSet<>(order.hardware());
    if (!isAnySix) {
      return four(scope, listener);
    }
    if (!isAnyFour) {
      return new SixSweep(door).sweep(order, hardware, listener);
    }
    Noting noting = new Noting(listener, hardware);
    SweepOutcome four = four(scope, noting);
    return four.and(new SixSweep(door).sweep(order, hardware, noting.after(four.addresses())));
  }

  private SweepOutcome four(ScanScope scope, SweepListener listener) throws InterruptedException {
    SweepMeans means = SweepMeans.CONNECT_UNPRIVILEGED;
    if (SocketCalls.isSupported()) {
      try {
        return new SynSweep(door).sweep(scope, listener);
      } catch (NotPermittedException notPermitted) {
        means = SweepMeans.CONNECT_UNPRIVILEGED;
      } catch (IOException failed) {
        means = SweepMeans.CONNECT_RAW_FAILED;
      }
    }
    ScanScope four =
        new ScanScope(scope.ranges().stream().filter(Sweep::isFour).toList(), scope.exclusions());
    return new TcpSweep(door).sweep(four, listener::open, listener::reached).by(means);
  }

  private static boolean isFour(AddressRange range) {
    return range.base() instanceof Inet4Address;
  }

  /// Passes everything on and keeps the hardware addresses.
  private record Noting(SweepListener next, Set<MacAddress> hardware, long before)
      implements SweepListener {
    Noting(SweepListener next, Set<MacAddress> hardware) {
      this(next, hardware, 0);
    }

    Noting after(long addresses) {
      return new Noting(next, hardware, addresses);
    }

    @Override
    public void open(Service service) {
      next.open(service);
    }

    @Override
    public void answered(HostAnswer answer) {
      answer.hardware().ifPresent(hardware::add);
      next.answered(answer);
    }

    @Override
    public void reached(long addresses) {
      next.reached(before + addresses);
    }
  }
}
