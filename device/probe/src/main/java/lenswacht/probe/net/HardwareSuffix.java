package lenswacht.probe.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;

/// The IPv6 address that a host makes of its hardware address (modified EUI-64, RFC 4291), as most
/// cameras do.
final class HardwareSuffix {
  /// Length of the prefix that such an address needs.
  static final int PREFIX = 64;

  private static final int UNIVERSAL = 0x02;

  private HardwareSuffix() {}

  /// The address in `subnet`; empty where the subnet's prefix has another length.
  static Optional<InetAddress> in(AddressRange subnet, MacAddress mac) {
    if (!(subnet.base() instanceof Inet6Address) || subnet.prefixLength() != PREFIX) {
      return Optional.empty();
    }
    byte[] octets = subnet.base().getAddress();
    byte[] six = Bytes.fromHex(mac.hex()).toArray();
    System.arraycopy(six, 0, octets, 8, 3);
    octets[8] ^= UNIVERSAL;
    octets[11] = (byte) 0xff;
    octets[12] = (byte) 0xfe;
    System.arraycopy(six, 3, octets, 13, 3);
    return Optional.of(NetworkOrder.address(octets));
  }
}
