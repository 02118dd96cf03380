package lenswacht.probe.ssdp;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// One reply to an SSDP search, or one announcement: a status line and headers, without a body.
///
/// @param headers name in lower case to value
public record SsdpMessage(Map<String, String> headers) {
  /// Largest reply that is read, in octets.
  static final int LONGEST = 8192;

  private static final int MOST_HEADERS = 64;

  public SsdpMessage {
    headers = Map.copyOf(headers);
  }

  /// Reads a reply.
  public static Parsed<SsdpMessage> parse(Bytes bytes) {
    if (bytes.length() > LONGEST) {
      return Parsed.bad("the reply is longer than " + LONGEST + " octets");
    }
    String text = bytes.latin1();
    if (!text.startsWith("HTTP/1.") && !text.startsWith("NOTIFY ")) {
      return Parsed.bad("the reply does not begin with a status line");
    }
    Map<String, String> headers = new TreeMap<>();
    text.lines()
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .limit(MOST_HEADERS)
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0) {
                headers.putIfAbsent(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
              }
            });
    return headers.isEmpty()
        ? Parsed.bad("the reply holds no header")
        : Parsed.good(new SsdpMessage(headers));
  }

  /// The value of the header called `name` (lower case), or an empty text.
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
