package lenswacht.probe.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// On which interface each link-local IPv6 address was found. Such an address means nothing without
/// it; journals and mandates, which other computers read, name the address alone.
final class Zones {
  private static final int MOST = 4096;

  private final Map<InetAddress, Integer> nics = new ConcurrentHashMap<>();

  /// Takes note that `address` answered on interface `nic`.
  ///
  /// @return false where it is in use on another interface too, which we then cannot ask
  boolean learn(InetAddress address, int nic) {
    if (!address.isLinkLocalAddress() || !(address instanceof Inet6Address)) {
      return true;
    }
    if (nics.size() >= MOST && !nics.containsKey(address)) {
      return false;
    }
    Integer known = nics.putIfAbsent(address, nic);
    return known == null || known == nic;
  }

  /// The same address with its interface, where that is known and matters.
  InetAddress zoned(InetAddress address) {
    Integer nic = address.isLinkLocalAddress() ? nics.get(address) : null;
    if (nic == null) {
      return address;
    }
    try {
      return Inet6Address.getByAddress(null, address.getAddress(), nic);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an IPv6 address of another length", impossible);
    }
  }
}
