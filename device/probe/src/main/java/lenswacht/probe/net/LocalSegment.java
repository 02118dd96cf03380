package lenswacht.probe.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ScanScope;

/// The network behind one of our interfaces, as its own addresses tell.
///
/// @param nic the interface
public record LocalSegment(NetworkInterface nic) {
  /// Those whose interface is up.
  public static List<LocalSegment> up() {
    try {
      List<LocalSegment> up = new ArrayList<>();
      for (NetworkInterface nic : NetworkInterface.networkInterfaces().toList()) {
        if (nic.isUp()) {
          up.add(new LocalSegment(nic));
        }
      }
      return List.copyOf(up);
    } catch (SocketException none) {
      return List.of();
    }
  }

  /// Name of the interface.
  public String network() {
    return nic.getName();
  }

  /// Whether a host with `address` stands in a subnet of this segment.
  public boolean contains(InetAddress address) {
    return address instanceof Inet6Address six && six.getScopeId() != 0
        ? six.getScopeId() == nic.getIndex()
        : nic.getInterfaceAddresses().stream().anyMatch(own -> subnet(own).contains(address));
  }

  /// Whether everybody in the IPv4 subnets may be searched at once: all of them lie inside `scope`,
  /// exclusions left out. A loopback interface does where the whole scope is loopback and nothing
  /// is excluded.
  boolean mayBeSearched(ScanScope scope) {
    List<AddressRange> subnets = subnets(Inet4Address.class);
    if (subnets.isEmpty() || reachesFurther(subnets)) {
      return false;
    }
    boolean practice =
        scope.isLoopback()
            && scope.exclusions().isEmpty()
            && subnets.stream().allMatch(s -> s.base().isLoopbackAddress());
    return practice || subnets.stream().allMatch(subnet -> liesIn(subnet, scope));
  }

  /// The address of ours from which the groups of IPv6 may be searched: one that the mandate
  // covers,
  /// where all that is known to be on the segment lies inside it. A link-local address counts as
  /// the mandate says; most name none, as the answers would come from link-local addresses too.
  Optional<Inet6Address> speaker(ScanScope scope) {
    boolean allowed =
        subnets(Inet6Address.class).stream()
                .filter(subnet -> !subnet.base().isLinkLocalAddress())
                .allMatch(subnet -> liesIn(subnet, scope))
            && (subnets(Inet4Address.class).isEmpty() || mayBeSearched(scope));
    if (!allowed) {
      return Optional.empty();
    }
    List<Inet6Address> covered =
        ownSix().stream().filter(own -> scope.covers(withoutScope(own))).toList();
    return covered.stream()
        .filter(own -> !own.isLinkLocalAddress())
        .findFirst()
        .or(() -> covered.stream().findFirst());
  }

  /// Whether the interface speaks IPv6 at all.
  boolean hasSix() {
    return !ownSix().isEmpty();
  }

  private List<Inet6Address> ownSix() {
    return nic.inetAddresses()
        .filter(own -> own instanceof Inet6Address && !own.isLoopbackAddress())
        .map(own -> (Inet6Address) own)
        .toList();
  }

  /// Our own IPv4 address, or the one that stands for any.
  InetAddress own() {
    return nic.inetAddresses()
        .filter(own -> own instanceof Inet4Address)
        .findFirst()
        .orElse(InetAddress.ofLiteral("0.0.0.0"));
  }

  /// The addresses at which everybody in an IPv4 subnet hears.
  List<InetAddress> broadcasts() {
    return subnets(Inet4Address.class).stream()
        .filter(subnet -> subnet.prefixLength() < 31)
        .map(LocalSegment::broadcast)
        .distinct()
        .toList();
  }

  /// `address` as it travels in facts: without the number of the interface behind it.
  static InetAddress withoutScope(InetAddress address) {
    return address instanceof Inet6Address six && six.getScopeId() != 0
        ? from(six.getAddress())
        : address;
  }

  private List<AddressRange> subnets(Class<? extends InetAddress> family) {
    return nic.getInterfaceAddresses().stream()
        .filter(own -> family.isInstance(own.getAddress()))
        .map(LocalSegment::subnet)
        .toList();
  }

  /// Whether the link may hold more than the addresses given to the interface say, so that a search
  /// would leave them: a point-to-point link, or an address alone.
  private boolean reachesFurther(List<AddressRange> subnets) {
    try {
      return nic.isPointToPoint()
          || (!nic.isLoopback() && subnets.stream().anyMatch(s -> s.prefixLength() >= 31));
    } catch (SocketException gone) {
      return true;
    }
  }

  private static boolean liesIn(AddressRange subnet, ScanScope scope) {
    return scope.ranges().stream().anyMatch(range -> range.contains(subnet))
        && scope.exclusions().stream()
            .noneMatch(taken -> subnet.contains(taken) || taken.contains(subnet));
  }

  private static AddressRange subnet(InterfaceAddress own) {
    int prefix = own.getNetworkPrefixLength();
    return new AddressRange(from(filled(own.getAddress(), prefix, false)), prefix);
  }

  private static InetAddress broadcast(AddressRange subnet) {
    return from(filled(subnet.base(), subnet.prefixLength(), true));
  }

  /// The octets of `address` with every bit behind the prefix set, or none.
  private static byte[] filled(InetAddress address, int prefix, boolean set) {
    byte[] octets = address.getAddress();
    for (int bit = prefix; bit < octets.length * 8; bit++) {
      int mask = 0x80 >> (bit % 8);
      octets[bit / 8] = (byte) (set ? octets[bit / 8] | mask : octets[bit / 8] & ~mask);
    }
    return octets;
  }

  private static InetAddress from(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address of " + octets.length + " octets", impossible);
    }
  }
}
