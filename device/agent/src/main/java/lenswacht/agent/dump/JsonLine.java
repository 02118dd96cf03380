package lenswacht.agent.dump;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Parts of a line of JSON.
final class JsonLine {
  private JsonLine() {}

  /// A text in quotation marks.
  static String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char symbol : text.toCharArray()) {
      switch (symbol) {
        case '"', '\\' -> quoted.append('\\').append(symbol);
        default -> {
          if (symbol >= ' ' && symbol < 0x7f) {
            quoted.append(symbol);
          } else {
            quoted.append("\\u%04x".formatted((int) symbol));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /// An object of texts: name, value, name, value.
  static String object(String... parts) {
    StringBuilder object = new StringBuilder("{");
    for (int i = 0; i + 1 < parts.length; i += 2) {
      object
          .append(i == 0 ? "" : ",")
          .append(text(parts[i]))
          .append(':')
          .append(text(parts[i + 1]));
    }
    return object.append('}').toString();
  }

  /// A list of two texts.
  static String list(String one, String other) {
    return "[" + text(one) + "," + text(other) + "]";
  }

  /// `latin1`, one character a byte, as Base64 in quotation marks.
  static String base64(String latin1) {
    byte[] octets = latin1.getBytes(StandardCharsets.ISO_8859_1);
    return '"' + Base64.getEncoder().encodeToString(octets) + '"';
  }

  /// An object that holds `latin1` as Base64 under `name`, and texts beside it.
  static String bytes(String name, String latin1, String... beside) {
    String object = "{" + text(name) + ":" + base64(latin1);
    return beside.length == 0 ? object + "}" : object + "," + object(beside).substring(1);
  }
}
