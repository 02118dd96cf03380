package lenswacht.observation;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// An endpoint outside a building towards which a mandate allows the way out to be tried: its name
/// is asked for once, and one connection to its address is opened and closed again.
///
/// @param name the name that is asked for
/// @param address where it is
/// @param port the TCP port there
public record OutsideEndpoint(String name, InetAddress address, int port) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
  private static final int HIGHEST_PORT = 65_535;

  public OutsideEndpoint {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of an endpoint outside");
    }
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port lies between 1 and " + HIGHEST_PORT);
    }
    if (address.isMulticastAddress() || address.isAnyLocalAddress()) {
      throw new IllegalArgumentException(address.getHostAddress() + " is no single host");
    }
  }

  /// Reads `name=address:port`, an IPv6 address in brackets.
  ///
  /// @throws IllegalArgumentException if it is written otherwise
  public static OutsideEndpoint parse(String text) {
    int equals = text.indexOf('=');
    int colon = text.lastIndexOf(':');
    if (equals < 1 || colon < equals + 2 || !text.substring(colon + 1).matches("\\d{1,5}")) {
      throw new IllegalArgumentException("'" + text + "' is not written as name=address:port");
    }
    String address = text.substring(equals + 1, colon);
    boolean bracketed = address.startsWith("[") && address.endsWith("]");
    return new OutsideEndpoint(
        text.substring(0, equals),
        InetAddress.ofLiteral(bracketed ? address.substring(1, address.length() - 1) : address),
        Integer.parseInt(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    String host = address.getHostAddress();
    return name + "=" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
