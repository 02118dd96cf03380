package lenswacht.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/// Fills the gaps `${name}` and `${name|form|form}` of a template.
///
/// Forms: `upper`, `lower`, `plain` (letters and digits alone), `dashes` (colons become dashes),
/// `octets` (the bytes that hexadecimal digits stand for, one character each), `uri` (percent
/// encoded), `xml` (escaped), `counted` (a byte with the length in front), `length` (that byte
/// alone), `pad:N` (zero bytes up to N) and `tail:N` (the last N characters).
final class Gap {
  private static final int LONGEST = 1 << 20;
  private static final int DEEPEST = 4;

  private Gap() {}

  /// `text` with its gaps filled from `values`, whose texts may have gaps themselves.
  ///
  /// @throws BuildingException if a value or a form is unknown, or the text grows too long
  static String fill(String text, Map<String, String> values, String where)
      throws BuildingException {
    return fill(text, values, where, 0);
  }

  private static String fill(String text, Map<String, String> values, String where, int depth)
      throws BuildingException {
    if (!text.contains("${")) {
      return text;
    }
    if (depth > DEEPEST) {
      throw new BuildingException(where + ": values refer to each other more than 4 deep");
    }
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int gap = text.indexOf("${"); gap >= 0; gap = text.indexOf("${", from)) {
      int end = text.indexOf('}', gap);
      if (end < 0) {
        throw new BuildingException(where + " has a gap without an end");
      }
      filled.append(text, from, gap);
      String[] parts = text.substring(gap + 2, end).split("\\|", 6);
      String value = values.get(parts[0]);
      if (value == null) {
        throw new BuildingException(
            where + " has no value for '" + Fields.shortened(parts[0]) + "'");
      }
      String formed = fill(value, values, where, depth + 1);
      for (int i = 1; i < parts.length; i++) {
        formed = formed(formed, parts[i], where);
      }
      filled.append(formed);
      if (filled.length() > LONGEST) {
        throw new BuildingException(where + ": a text grows beyond 1 MiB");
      }
      from = end + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  private static String formed(String value, String form, String where) throws BuildingException {
    try {
      if (form.startsWith("pad:")) {
        return padded(value, Integer.parseInt(form.substring(4)));
      }
      if (form.startsWith("tail:")) {
        return value.substring(Math.max(0, value.length() - Integer.parseInt(form.substring(5))));
      }
      return switch (form) {
        case "upper" -> value.toUpperCase(Locale.ROOT);
        case "lower" -> value.toLowerCase(Locale.ROOT);
        case "plain" -> value.replaceAll("[^0-9A-Za-z]", "");
        case "dashes" -> value.replace(':', '-');
        case "octets" -> octets(value);
        case "uri" -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        case "xml" -> value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        case "counted" -> counted(value);
        case "length" -> counted(value).substring(0, 1);
        default -> throw new IllegalArgumentException("is unknown");
      };
    } catch (IllegalArgumentException unusable) {
      throw new BuildingException(
          where + ": the form '" + Fields.shortened(form) + "' cannot be used here");
    }
  }

  private static String octets(String value) {
    byte[] bytes = HexFormat.of().parseHex(value.replaceAll("[^0-9A-Fa-f]", ""));
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String counted(String value) {
    if (value.length() > 255) {
      throw new IllegalArgumentException("too long to count in a byte");
    }
    return (char) value.length() + value;
  }

  private static String padded(String value, int length) {
    if (length > 4096 || value.length() > length) {
      throw new IllegalArgumentException("does not fit");
    }
    return value + "\0".repeat(length - value.length());
  }
}
