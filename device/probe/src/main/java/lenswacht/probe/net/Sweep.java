package lenswacht.probe.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;

/// Finds which addresses in scope accept connections on the ports of the plan, by the fastest means
/// there is: first segments over a raw socket where the process may, else ordinary connections. The
/// outcome says which.
public final class Sweep {
  private final NetworkDoor door;

  /// A sweep through `door`.
  public Sweep(NetworkDoor door) {
    this.door = door;
  }

  /// Sweeps `scope`, or as much of it as the mandate covers. May be called once.
  ///
  /// @param onOpen told of each open service as it is found, on the calling thread
  /// @param onProgress told now and then how many addresses' worth of ports have been asked
  public SweepOutcome sweep(ScanScope scope, Consumer<Service> onOpen, LongConsumer onProgress)
      throws InterruptedException {
    SweepMeans means = means(scope);
    if (means == SweepMeans.SYN) {
      try {
        return new SynSweep(door).sweep(scope, onOpen, onProgress);
      } catch (IOException notAllowed) {
        means = SweepMeans.CONNECT_UNPRIVILEGED;
      }
    }
    return new TcpSweep(door).sweep(scope, onOpen, onProgress).by(means);
  }

  private static SweepMeans means(ScanScope scope) {
    if (scope.ranges().stream().anyMatch(range -> range.base().isLoopbackAddress())) {
      return SweepMeans.CONNECT_LOOPBACK;
    }
    if (!scope.ranges().stream().allMatch(range -> range.base() instanceof Inet4Address)) {
      return SweepMeans.CONNECT_IPV6;
    }
    return SocketCalls.isSupported() ? SweepMeans.SYN : SweepMeans.CONNECT_UNPRIVILEGED;
  }
}
