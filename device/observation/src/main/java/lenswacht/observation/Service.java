package lenswacht.observation;

import java.net.InetAddress;
import java.util.Locale;

/// One thing that answers: an address, a transport and a port; or a host as a whole. Not a Java
/// "service" class.
///
/// @param address where
/// @param transport how
/// @param port 1 to 65535; 0 for a host as a whole
public record Service(InetAddress address, Transport transport, int port) {
  public Service {
    if (transport == Transport.HOST) {
      if (port != 0) {
        throw new IllegalArgumentException("a host as a whole has no port, not " + port);
      }
    } else if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
    }
  }

  /// A TCP service.
  public static Service tcp(InetAddress address, int port) {
    return new Service(address, Transport.TCP, port);
  }

  /// A UDP service.
  public static Service udp(InetAddress address, int port) {
    return new Service(address, Transport.UDP, port);
  }

  /// The host at `address` as a whole.
  public static Service host(InetAddress address) {
    return new Service(address, Transport.HOST, 0);
  }

  /// Whether this is a host as a whole, which cannot be asked anything.
  public boolean isHost() {
    return transport == Transport.HOST;
  }

  /// `192.0.2.1:80/tcp`, `[2001:db8::1]:5353/udp`, or `192.0.2.1/host`.
  @Override
  public String toString() {
    String host = address.getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host)
        + (isHost() ? "" : ":" + port)
        + "/"
        + transport.name().toLowerCase(Locale.ROOT);
  }
}
