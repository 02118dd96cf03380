package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Where an asset was met, and when.
///
/// @param address the address
/// @param ports the ports that are its own there; empty where all of the address is
/// @param through the address that it gives itself, or that another asset gives it, where it was
///     met through that other one at `address`; `ch3` where only the channel is known
/// @param first when it was first met there
/// @param last when it was last met there
public record Presence(
    InetAddress address,
    SortedSet<Integer> ports,
    Optional<String> through,
    Instant first,
    Instant last) {
  /// IPv4 before IPv6, each by number.
  public static final Comparator<InetAddress> BY_NUMBER =
      Comparator.comparingInt((InetAddress address) -> address.getAddress().length)
          .thenComparing(InetAddress::getAddress, Arrays::compareUnsigned);

  static final Comparator<Presence> ORDER =
      Comparator.comparing(Presence::address, BY_NUMBER)
          .thenComparing(presence -> presence.through.orElse(""))
          .thenComparing(Presence::first)
          .thenComparing(presence -> presence.ports.isEmpty() ? 0 : presence.ports.first());

  public Presence {
    ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
  }

  /// `192.0.2.7`; with the lowest of its ports where others share the address, `192.0.2.7:8001`;
  /// with the address it gives itself where it is met through another asset.
  public String name() {
    String host = address.getHostAddress();
    if (through.isPresent()) {
      return host + "/" + through.get();
    }
    if (ports.isEmpty()) {
      return host;
    }
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + ports.first();
  }

  /// Whether the asset was met here before it was met there, and never again.
  boolean isBefore(Presence other) {
    return last.isBefore(other.first);
  }
}
