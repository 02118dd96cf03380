package lenswacht.probe.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A path that a host offered itself, in a redirect or in the LOCATION of its UPnP description.
/// It is short, has harmless characters only, no query, and no word that smells of doing something.
///
/// Only [#from] makes one, and only for the address that offered it.
public final class OfferedPath {
  private static final int LONGEST = 200;
  private static final Pattern HARMLESS = Pattern.compile("/[A-Za-z0-9/._~-]{0,199}");
  private static final Pattern HARMLESS_SERVICE =
      Pattern.compile("/[A-Za-z0-9/._~:-]{0,149}(?:\\?[A-Za-z0-9._~:=-]{1,49})?");
  private static final Set<String> DOING =
      Set.of(
          "reboot",
          "restart",
          "reset",
          "factory",
          "upgrade",
          "firmware",
          "restore",
          "update",
          "backup",
          "export",
          "passw",
          "pwd",
          "user",
          "account",
          "snap",
          "image",
          "video",
          "stream",
          "mjpg",
          "picture",
          "still",
          "tmpfs",
          "config",
          "shell",
          "command",
          "logout",
          "etc/",
          "mnt/",
          "proc/",
          "adv_",
          "set",
          "delete",
          "remove",
          "format",
          "shutdown");

  private final int port;
  private final boolean tls;
  private final String text;

  private OfferedPath(int port, boolean tls, String text) {
    this.port = port;
    this.tls = tls;
    this.text = text;
  }

  /// Reads `location` as offered by `source` on the actual port `port`. Empty where the location
  /// names another host, needs a name server, or is not harmless.
  ///
  /// @param location an absolute URL, or a path
  public static Optional<OfferedPath> from(
      String location, InetAddress source, int port, boolean tls) {
    return from(location, source, new OfferedPath(port, tls, "/"), HARMLESS);
  }

  /// Reads where a UPnP description says that a service is called. Such a path may hold colons and
  /// one query, as many gateways name theirs so; it is used for [HttpRequest.Gateway] alone.
  ///
  /// @param location an absolute URL, or a path as seen from the description
  /// @param description the description that says so
  public static Optional<OfferedPath> service(
      String location, InetAddress source, OfferedPath description) {
    return from(location, source, description, HARMLESS_SERVICE);
  }

  private static Optional<OfferedPath> from(
      String location, InetAddress source, OfferedPath near, Pattern harmless) {
    if (location.length() > LONGEST + 64) {
      return Optional.empty();
    }
    try {
      String scheme = near.tls ? "https" : "http";
      URI base = new URI(scheme, null, host(source), near.port, near.text, null, null);
      URI uri = base.resolve(new URI(location.strip()));
      boolean secure = "https".equalsIgnoreCase(uri.getScheme());
      if (!secure && !"http".equalsIgnoreCase(uri.getScheme())) {
        return Optional.empty();
      }
      if (uri.getHost() == null || uri.getUserInfo() != null || !names(uri.getHost(), source)) {
        return Optional.empty();
      }
      int offered = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
      String bare = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String path =
          harmless == HARMLESS_SERVICE && uri.getRawQuery() != null
              ? bare + "?" + uri.getRawQuery()
              : bare;
      return offered >= 1 && offered <= 65_535 && isHarmless(path, harmless)
          ? Optional.of(new OfferedPath(offered, secure, path))
          : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static boolean names(String host, InetAddress source) {
    String literal =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    try {
      return InetAddress.ofLiteral(literal).equals(source);
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }

  private static boolean isHarmless(String path, Pattern harmless) {
    String lower = path.toLowerCase(Locale.ROOT);
    return harmless.matcher(path).matches()
        && !path.contains("..")
        && !path.contains("//")
        && DOING.stream().noneMatch(lower::contains);
  }

  private static String host(InetAddress address) {
    String text = address.getHostAddress();
    return text.contains(":") ? "[" + text + "]" : text;
  }

  /// The port that the location names, as the host counts it.
  public int port() {
    return port;
  }

  /// Whether the location asks for TLS.
  public boolean tls() {
    return tls;
  }

  /// The path, beginning with a slash.
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
