package lenswacht.link;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Where a device or its journal is found.
public sealed interface LinkAddress {
  /// A device on a network cable, or on a USB cable that acts as one.
  ///
  /// @param host an IPv4 or IPv6 address in figures; names are not looked up. The one that means no
  ///     address stands for [#ANY]
  /// @param port 1 to 65,535
  record Tcp(String host, int port) implements LinkAddress {
    /// Wherever on the networks of this computer the one paired device answers that does.
    public static final Tcp ANY = new Tcp("0.0.0.0", 5353);

    public Tcp {
      literal(host);
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("a port is a number from 1 to 65535");
      }
    }

    /// The address as such.
    public InetAddress address() {
      return literal(host);
    }

    @Override
    public String toString() {
      return equals(ANY)
          ? "tcp:any"
          : "tcp:" + (address() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
    }

    private static InetAddress literal(String host) {
      try {
        return InetAddress.ofLiteral(host);
      } catch (IllegalArgumentException malformed) {
        throw new IllegalArgumentException(
            "a host is written in figures, such as 192.168.7.1 or [fe80::1]", malformed);
      }
    }
  }

  /// A device on a serial line.
  ///
  /// @param port name of the port on this computer, such as `/dev/ttyACM0` or `COM3`; `any` for
  ///     [#ANY]
  record Serial(String port) implements LinkAddress {
    /// Whichever port of this computer a device is heard on.
    public static final Serial ANY = new Serial("any");

    public Serial {
      if (port.isBlank() || port.length() > 255 || port.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a serial port has a name of 1 to 255 characters");
      }
    }

    @Override
    public String toString() {
      return "serial:" + port;
    }
  }

  /// No device at all, but the journal taken from its card.
  ///
  /// @param folder the folder that holds the journal
  record JournalFolder(Path folder) implements LinkAddress {
    @Override
    public String toString() {
      return "journal:" + folder;
    }
  }

  /// Reads `tcp:HOST:PORT`, `tcp:any`, `tcp:[IPV6]:PORT`, `serial:PORT` or `journal:FOLDER`.
  ///
  /// @throws IllegalArgumentException if `text` is none of these, with a sentence that says why
  static LinkAddress parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? "" : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    return switch (kind) {
      case "tcp" -> rest.equals("any") ? Tcp.ANY : tcp(rest);
      case "serial" -> new Serial(rest);
      case "journal" -> journal(rest);
      default ->
          throw new IllegalArgumentException(
              "an address is tcp:HOST:PORT, serial:PORT or journal:FOLDER");
    };
  }

  private static LinkAddress tcp(String rest) {
    int colon = rest.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("an address over TCP is tcp:HOST:PORT");
    }
    String host = rest.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      throw new IllegalArgumentException("an IPv6 address stands in brackets: tcp:[fe80::1]:PORT");
    }
    String port = rest.substring(colon + 1);
    if (port.isEmpty() || port.length() > 5 || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("a port is a number from 1 to 65535");
    }
    return new Tcp(host, Integer.parseInt(port));
  }

  private static LinkAddress journal(String rest) {
    if (rest.isBlank()) {
      throw new IllegalArgumentException("an address of a journal is journal:FOLDER");
    }
    try {
      return new JournalFolder(Path.of(rest));
    } catch (InvalidPathException malformed) {
      throw new IllegalArgumentException("'journal:' needs the path of a folder", malformed);
    }
  }
}
