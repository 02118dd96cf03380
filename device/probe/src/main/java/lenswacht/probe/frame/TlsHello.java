package lenswacht.probe.frame;

import java.util.Locale;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// The first message of a TLS conversation (RFC 8446), which names the server in the clear.
///
/// @param server the name (RFC 6066), in lower case
public record TlsHello(String server) {
  private static final int RECORD = 5;
  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_NAME = 0;
  private static final int LONGEST_NAME = 255;

  /// Whether a conversation that begins with `bytes` may be one.
  public static boolean mayBegin(Bytes bytes) {
    return bytes.length() > RECORD + 4
        && bytes.at(0) == HANDSHAKE
        && bytes.at(1) == 3
        && bytes.at(RECORD) == CLIENT_HELLO;
  }

  /// Reads the message out of the first octets of a conversation; it may go on behind them.
  public static Parsed<TlsHello> parse(Bytes bytes) {
    return mayBegin(bytes)
        ? message(bytes.slice(RECORD, bytes.length()))
        : Parsed.bad("the conversation does not begin with a hello");
  }

  /// Reads the message itself, as far as it is there.
  static Parsed<TlsHello> message(Bytes bytes) {
    int at = 4 + 2 + 32;
    if (bytes.length() < at + 1 || bytes.at(0) != CLIENT_HELLO) {
      return Parsed.bad("the message is no hello");
    }
    at += 1 + bytes.at(at);
    if (at + 2 > bytes.length()) {
      return Parsed.bad("the hello is cut before its ciphers");
    }
    at += 2 + Octets.big16(bytes, at);
    if (at + 1 > bytes.length()) {
      return Parsed.bad("the hello is cut before its compressions");
    }
    at += 1 + bytes.at(at);
    if (at + 2 > bytes.length()) {
      return Parsed.bad("the hello has no extensions");
    }
    return extensions(bytes, at + 2, Math.min(bytes.length(), at + 2 + Octets.big16(bytes, at)));
  }

  private static Parsed<TlsHello> extensions(Bytes bytes, int from, int to) {
    int at = from;
    while (at + 4 <= to) {
      int length = Octets.big16(bytes, at + 2);
      if (Octets.big16(bytes, at) == SERVER_NAME) {
        return serverName(bytes, at + 4, Math.min(to, at + 4 + length));
      }
      at += 4 + length;
    }
    return Parsed.bad("the hello names no server");
  }

  private static Parsed<TlsHello> serverName(Bytes bytes, int from, int to) {
    if (from + 5 > to || bytes.at(from + 2) != 0) {
      return Parsed.bad("the hello names no host");
    }
    int length = Octets.big16(bytes, from + 3);
    if (length == 0 || length > LONGEST_NAME || from + 5 + length > to) {
      return Parsed.bad("the name is cut or malformed");
    }
    return Parsed.good(
        new TlsHello(bytes.slice(from + 5, from + 5 + length).latin1().toLowerCase(Locale.ROOT)));
  }
}
