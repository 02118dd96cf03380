package lenswacht.probe.listen;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Whereabouts;
import lenswacht.observation.Whereabouts.Standing;
import lenswacht.observation.Whereabouts.SwitchPort;

/// Gathers where one interface stands: its own settings and what its neighbours announce.
final class Surroundings {
  private static final int MOST = 64;

  private final String network;
  private final List<InetAddress> addresses;
  private final Set<InetAddress> gateways;
  private final Set<String> suffixes;
  private final Set<Integer> vlans;
  private final Set<SwitchPort> ports = new LinkedHashSet<>();

  Surroundings(OwnSettings own) {
    network = own.network();
    addresses = own.addresses();
    gateways = new LinkedHashSet<>(own.gateways());
    suffixes = new LinkedHashSet<>(own.suffixes());
    vlans = new TreeSet<>(own.vlans());
  }

  void gateway(InetAddress address) {
    add(gateways, address);
  }

  void suffix(String name) {
    if (!name.isBlank()) {
      add(suffixes, name.strip());
    }
  }

  void vlan(int number) {
    if (number > 0) {
      add(vlans, number);
    }
  }

  void port(SwitchPort port) {
    add(ports, port);
  }

  private static <T> void add(Collection<T> known, T one) {
    if (known.size() < MOST) {
      known.add(one);
    }
  }

  /// Where we stand under a mandate for `scope`. A computer owns the whole loopback block, so one
  /// with a practice building stands inside it.
  Whereabouts under(ScanScope scope) {
    boolean practice = scope.isLoopback();
    long inside =
        addresses.stream()
            .filter(own -> scope.covers(own) || (practice && own.isLoopbackAddress()))
            .count();
    if (addresses.isEmpty()) {
      return whereabouts(Standing.NOT_DETERMINED);
    }
    if (inside == 0) {
      return whereabouts(Standing.OUTSIDE);
    }
    return whereabouts(inside == addresses.size() ? Standing.INSIDE : Standing.PARTLY);
  }

  /// Where we stand, without a mandate.
  Whereabouts whereabouts(Standing standing) {
    return new Whereabouts(
        network,
        addresses,
        List.copyOf(gateways),
        List.copyOf(suffixes),
        new ArrayList<>(vlans),
        List.copyOf(ports),
        standing);
  }
}
