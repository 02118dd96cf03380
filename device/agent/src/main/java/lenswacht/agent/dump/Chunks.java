package lenswacht.agent.dump;

/// The chunked form of an HTTP body.
final class Chunks {
  private Chunks() {}

  /// The body without its chunks' lengths; what is no chunk is kept as it stands.
  static String joined(String body) {
    StringBuilder joined = new StringBuilder();
    int at = 0;
    while (at < body.length()) {
      int end = body.indexOf("\r\n", at);
      int length = end < 0 ? -1 : length(body.substring(at, end));
      if (length < 0) {
        return joined.append(body, at, body.length()).toString();
      }
      if (length == 0) {
        return joined.toString();
      }
      int to = Math.min(body.length(), end + 2 + length);
      joined.append(body, end + 2, to);
      at = to + 2;
    }
    return joined.toString();
  }

  private static int length(String line) {
    String digits = line.indexOf(';') < 0 ? line : line.substring(0, line.indexOf(';'));
    return digits.strip().matches("[0-9A-Fa-f]{1,6}") ? Integer.parseInt(digits.strip(), 16) : -1;
  }
}
