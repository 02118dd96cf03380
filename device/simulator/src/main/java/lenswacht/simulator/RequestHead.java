package lenswacht.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The head of an HTTP or RTSP request: all up to the empty line.
///
/// @param text the head, one character a byte
/// @param words the words of the first line
/// @param headers header values by name in lower case; the last one counts
record RequestHead(String text, List<String> words, Map<String, String> headers) {
  private static final int LONGEST = 1 << 16;
  private static final int LONGEST_METHOD = 14;

  RequestHead {
    words = List.copyOf(words);
    headers = Map.copyOf(headers);
  }

  /// Hears a head. What cannot be a request ends after its first few bytes.
  ///
  /// @return empty if the connection ended before a byte came
  static Optional<RequestHead> hear(Line line) throws IOException {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    int lineFeeds = 0;
    boolean methodOver = false;
    while (heard.size() < LONGEST && lineFeeds < 2) {
      int next = line.hearByte();
      if (next < 0) {
        break;
      }
      heard.write(next);
      if (!methodOver) {
        methodOver = next == ' ' && heard.size() > 3;
        boolean letter = (next >= 'A' && next <= 'Z') || next == '_';
        if (!methodOver && (!letter || heard.size() > LONGEST_METHOD)) {
          break;
        }
      } else if (next == '\n') {
        lineFeeds++;
      } else if (next != '\r') {
        lineFeeds = 0;
      }
    }
    return heard.size() == 0
        ? Optional.empty()
        : Optional.of(of(heard.toString(StandardCharsets.ISO_8859_1)));
  }

  private static RequestHead of(String text) {
    List<String> lines = text.lines().toList();
    Map<String, String> headers = new HashMap<>();
    for (String header : lines.subList(Math.min(1, lines.size()), lines.size())) {
      int colon = header.indexOf(':');
      if (colon >= 0) {
        headers.put(
            header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            header.substring(colon + 1).strip());
      }
    }
    List<String> words = lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(" ", 4));
    return new RequestHead(text, words, headers);
  }

  /// The first line.
  String firstLine() {
    return text.lines().findFirst().orElse("");
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// The second word: path, or the complete address in RTSP.
  String asked() {
    return words.size() > 1 ? words.get(1) : "";
  }

  String method() {
    return words.isEmpty() ? "" : words.getFirst();
  }

  /// Whether the first line is that of a request in this protocol; HTTP may leave it out.
  boolean speaks(String protocol) {
    if (words.size() < 2 || !method().matches("[A-Z_]{3,14}")) {
      return false;
    }
    return words.size() > 2 ? words.get(2).startsWith(protocol) : protocol.equals("HTTP/");
  }
}
