package lenswacht.probe.net;

import java.net.InetAddress;
import java.util.Set;
import lenswacht.observation.MacAddress;
import lenswacht.observation.ScanScope;

/// What a sweep is to look at, and what is known already of who may be there.
///
/// @param scope where; the mandate limits it further
/// @param heard addresses that were heard before; of IPv6 they are asked although nobody could try
///     all addresses of their network
/// @param hardware hardware addresses that were heard before; IPv6 addresses are made of them
public record SweepOrder(ScanScope scope, Set<InetAddress> heard, Set<MacAddress> hardware) {
  public SweepOrder {
    heard = Set.copyOf(heard);
    hardware = Set.copyOf(hardware);
  }

  /// An order for `scope`, of which nothing is known yet.
  public static SweepOrder of(ScanScope scope) {
    return new SweepOrder(scope, Set.of(), Set.of());
  }
}
