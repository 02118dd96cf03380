package lenswacht.assessment.exposure;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import lenswacht.observation.AddressRange;

/// Tells addresses that are routed on the internet from those that are not.
public final class PublicAddress {
  /// Private, shared by customers of a provider, of one link or of none, and reserved.
  private static final List<AddressRange> OF_ANOTHER_NETWORK =
      List.of(
          AddressRange.parse("0.0.0.0/8"),
          AddressRange.parse("10.0.0.0/8"),
          AddressRange.parse("100.64.0.0/10"),
          AddressRange.parse("127.0.0.0/8"),
          AddressRange.parse("169.254.0.0/16"),
          AddressRange.parse("172.16.0.0/12"),
          AddressRange.parse("192.0.0.0/24"),
          AddressRange.parse("192.168.0.0/16"),
          AddressRange.parse("224.0.0.0/3"));

  /// For documentation and for trials of speed.
  private static final List<AddressRange> OF_NOBODY =
      List.of(
          AddressRange.parse("192.0.2.0/24"),
          AddressRange.parse("198.18.0.0/15"),
          AddressRange.parse("198.51.100.0/24"),
          AddressRange.parse("203.0.113.0/24"),
          AddressRange.parse("2001:db8::/32"));

  private static final AddressRange ROUTED_SIX = AddressRange.parse("2000::/3");

  private PublicAddress() {}

  /// Whether `address` is routed on the internet.
  public static boolean is(InetAddress address) {
    return isOuter(address) && OF_NOBODY.stream().noneMatch(range -> range.contains(address));
  }

  /// Whether `address`, as the outer one of a gateway, is no address of yet another network inside.
  /// One for documentation is none either: a gateway that tells it stands where those are used.
  static boolean isOuter(InetAddress address) {
    return address instanceof Inet4Address
        ? OF_ANOTHER_NETWORK.stream().noneMatch(range -> range.contains(address))
        : ROUTED_SIX.contains(address);
  }
}
