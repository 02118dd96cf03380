package lenswacht.probe.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// A SIP request by which a telephone, or a camera that speaks GB/T 28181, registers at a server.
///
/// @param code the 20 digits by which GB/T 28181 names a camera; empty where the name is another,
///     which may be a person's and is not taken
/// @param domain where it registers, as it says
/// @param agent the program that registers, as it says; may be empty
/// @param kept the request with every name, number and answer to a challenge blanked
public record SipMessage(Optional<String> code, String domain, String agent, Bytes kept) {
  /// The port of SIP servers.
  public static final int PORT = 5060;

  private static final int LONGEST = 8192;
  private static final int MOST_LINES = 64;
  private static final String CODE = "\\d{20}";
  private static final Pattern START =
      Pattern.compile("REGISTER sips?:(?:[^@\\s]{1,128}@)?([^\\s;>]{1,128})\\S{0,256} SIP/2\\.0");
  private static final Pattern NAME = Pattern.compile("sips?:([^@\\s>]{1,128})@");
  private static final String AGENT = "user-agent:";

  /// Reads a request.
  public static Parsed<SipMessage> parse(Bytes bytes) {
    String text = bytes.head(LONGEST).latin1();
    String[] lines = text.split("\\r?\\n", MOST_LINES);
    Matcher start = START.matcher(lines[0]);
    if (!start.matches()) {
      return Parsed.bad("the message is no request to register");
    }
    byte[] kept = new byte[text.length()];
    Arrays.fill(kept, (byte) '*');
    Optional<String> code = Optional.empty();
    String agent = "";
    int at = 0;
    for (String line : lines) {
      String lower = line.toLowerCase(Locale.ROOT);
      at = text.indexOf(line, at);
      if (at == 0) {
        keep(kept, 0, "REGISTER");
      } else if (lower.startsWith("from:") || lower.startsWith("f:")) {
        Matcher name = NAME.matcher(line);
        if (name.find() && name.group(1).matches(CODE)) {
          code = Optional.of(name.group(1));
          keep(kept, at + name.start(1), name.group(1));
        }
      } else if (lower.startsWith(AGENT)) {
        agent = line.substring(AGENT.length()).strip();
        keep(kept, at, line);
      } else if (line.isEmpty()) {
        break;
      }
      at += line.length();
    }
    keep(kept, start.start(1), start.group(1));
    return Parsed.good(new SipMessage(code, start.group(1), agent, Bytes.of(kept)));
  }

  private static void keep(byte[] kept, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      kept[at + i] = (byte) text.charAt(i);
    }
  }
}
