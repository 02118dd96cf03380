package lenswacht.observation;

import java.net.InetAddress;
import java.util.Locale;

/// One thing that answers: an address, a transport and a port. Not a Java "service" class.
///
/// @param address where
/// @param transport how
/// @param port 1 to 65535
public record Service(InetAddress address, Transport transport, int port) {
  public Service {
    if (port < 1 || port > 65_535) {
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

  @Override
  public String toString() {
    String host = address.getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + port
        + "/"
        + transport.name().toLowerCase(Locale.ROOT);
  }
}
