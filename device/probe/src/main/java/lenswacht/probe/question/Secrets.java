package lenswacht.probe.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Bytes;

/// Blanks out what must not be kept: passwords, session keys, verification codes, salts and cookies
/// in text replies. Lengths stay the same, so that what is left stays where it was.
public final class Secrets {
  private static final String NAMES =
      "(?:salt|password|passwd|pwd|verificationcode|sessionkey|sessionid|authorization"
          + "|private_?key|token|challenge)";

  private static final Pattern ELEMENT =
      Pattern.compile("(?i)<(?:\\w{1,16}:)?" + NAMES + "(?:\\s[^>]{0,200})?>([^<]{1,1024})<");
  private static final Pattern JSON =
      Pattern.compile("(?i)\"" + NAMES + "\"\\s{0,8}:\\s{0,8}\"([^\"]{1,1024})\"");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?im)^(?:set-cookie|authorization|authentication-info|x-csrf[\\w-]{0,32}):"
              + "[ \\t]{0,8}([^\\r\\n]{1,4096})");

  private Secrets() {}

  /// `bytes` with the values of secrets replaced by asterisks; the same object's worth where there
  /// are none.
  public static Bytes blanked(Bytes bytes) {
    byte[] octets = bytes.toArray();
    String text = bytes.latin1();
    boolean found = false;
    for (Pattern pattern : new Pattern[] {ELEMENT, JSON, HEADER}) {
      Matcher match = pattern.matcher(text);
      while (match.find()) {
        blank(octets, match.start(1), match.end(1));
        found = true;
      }
    }
    return found ? Bytes.of(octets) : bytes;
  }

  /// `bytes` with everything from `from` (inclusive) to `to` (exclusive) replaced by zero.
  public static Bytes zeroed(Bytes bytes, int from, int to) {
    byte[] octets = bytes.toArray();
    for (int i = Math.max(0, from); i < Math.min(to, octets.length); i++) {
      octets[i] = 0;
    }
    return Bytes.of(octets);
  }

  private static void blank(byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      octets[i] = '*';
    }
  }
}
