package lenswacht.agent.dump;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ways in which one text stands inside another: Base64, hexadecimal digits, UTF-16, and characters
/// that are spelled one by one. What is found inside is changed by a function that keeps lengths
/// and is put back in the same disguise, so that lengths are kept here too.
final class Disguise {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{12,}");
  private static final Pattern LITTLE_ENDIAN = Pattern.compile("(?:[\\x20-\\x7e]\\x00){4,}");
  private static final Pattern BIG_ENDIAN = Pattern.compile("(?:\\x00[\\x20-\\x7e]){4,}");

  /// `%41`, `&#65;`, `&#x41;`, `\u0041`, `\x41`.
  private static final Pattern SPELLED =
      Pattern.compile(
          "%([0-9A-Fa-f]{2})|&#x([0-9A-Fa-f]{2});|&#0{0,2}(\\d{2,3});|\\\\u00([0-9A-Fa-f]{2})"
              + "|\\\\x([0-9A-Fa-f]{2})");

  private static final int QUARTET = 4;

  private Disguise() {}

  /// `text` with what stands in it in disguise changed by `change`.
  static String scrubbed(String text, UnaryOperator<String> change) {
    String scrubbed = spelled(text, change);
    scrubbed = runs(scrubbed, LITTLE_ENDIAN, run -> wide(run, 0, change));
    scrubbed = runs(scrubbed, BIG_ENDIAN, run -> wide(run, 1, change));
    scrubbed = runs(scrubbed, HEX, run -> hex(run, change));
    return runs(scrubbed, BASE64, run -> base64(run, change));
  }

  private static String runs(String text, Pattern pattern, UnaryOperator<String> change) {
    Matcher found = pattern.matcher(text);
    StringBuilder changed = new StringBuilder(text);
    while (found.find()) {
      changed.replace(found.start(), found.end(), change.apply(found.group()));
    }
    return changed.toString();
  }

  private static String wide(String run, int first, UnaryOperator<String> change) {
    StringBuilder narrow = new StringBuilder();
    for (int i = first; i < run.length(); i += 2) {
      narrow.append(run.charAt(i));
    }
    String scrubbed = change.apply(narrow.toString());
    StringBuilder wide = new StringBuilder(run);
    for (int i = 0; i < scrubbed.length(); i++) {
      wide.setCharAt(first + 2 * i, scrubbed.charAt(i));
    }
    return wide.toString();
  }

  private static String hex(String run, UnaryOperator<String> change) {
    String digits = run;
    for (int from : List.of(0, 1)) {
      int to = from + (digits.length() - from) / 2 * 2;
      String inside =
          new String(
              HexFormat.of().parseHex(digits.substring(from, to)), StandardCharsets.ISO_8859_1);
      String scrubbed = change.apply(inside);
      if (!scrubbed.equals(inside)) {
        String spelt = HexFormat.of().formatHex(scrubbed.getBytes(StandardCharsets.ISO_8859_1));
        boolean isUpper = run.equals(run.toUpperCase(Locale.ROOT));
        digits =
            digits.substring(0, from)
                + (isUpper ? spelt.toUpperCase(Locale.ROOT) : spelt)
                + digits.substring(to);
      }
    }
    return digits;
  }

  /// Tries every way in which groups of four can fall, since a run may begin with what is no
  /// Base64.
  private static String base64(String run, UnaryOperator<String> change) {
    String signs = run;
    boolean isForAddresses = run.indexOf('-') >= 0 || run.indexOf('_') >= 0;
    Base64.Decoder decoder = isForAddresses ? Base64.getUrlDecoder() : Base64.getDecoder();
    Base64.Encoder encoder =
        (isForAddresses ? Base64.getUrlEncoder() : Base64.getEncoder()).withoutPadding();
    if (isForAddresses && (run.indexOf('+') >= 0 || run.indexOf('/') >= 0)) {
      return run;
    }
    for (int from = 0; from < QUARTET && from < signs.length(); from++) {
      int rest = (signs.length() - from) % QUARTET;
      int to = rest == 1 ? signs.length() - 1 : signs.length();
      if (to - from < 2) {
        continue;
      }
      String inside =
          new String(decoder.decode(signs.substring(from, to)), StandardCharsets.ISO_8859_1);
      String scrubbed = change.apply(inside);
      if (!scrubbed.equals(inside)) {
        signs =
            signs.substring(0, from)
                + encoder.encodeToString(scrubbed.getBytes(StandardCharsets.ISO_8859_1))
                + signs.substring(to);
      }
    }
    return signs;
  }

  /// Reads the spelled characters together with what stands between them.
  private static String spelled(String text, UnaryOperator<String> change) {
    Matcher found = SPELLED.matcher(text);
    if (!found.find()) {
      return text;
    }
    StringBuilder inside = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    int at = 0;
    do {
      inside.append(text, at, found.start());
      marks.repeat('.', found.start() - at);
      inside.append(spelled(found));
      marks.append('#');
      at = found.end();
    } while (found.find());
    inside.append(text.substring(at));
    String scrubbed = change.apply(inside.toString());
    if (scrubbed.contentEquals(inside)) {
      return text;
    }
    StringBuilder changed = new StringBuilder();
    found.reset();
    for (int i = 0; i < scrubbed.length(); i++) {
      if (i < marks.length() && marks.charAt(i) == '#' && found.find()) {
        boolean isSame = scrubbed.charAt(i) == inside.charAt(i);
        changed.append(isSame ? found.group() : respelled(found.group(), scrubbed.charAt(i)));
      } else {
        changed.append(scrubbed.charAt(i));
      }
    }
    return changed.toString();
  }

  private static char spelled(Matcher found) {
    for (int group : List.of(1, 2, 4, 5)) {
      if (found.group(group) != null) {
        return (char) Integer.parseInt(found.group(group), 16);
      }
    }
    return (char) (Integer.parseInt(found.group(3)) & 0xff);
  }

  /// `symbol` in the notation of `unit`, as long as it.
  private static String respelled(String unit, char symbol) {
    if (unit.startsWith("&#") && unit.charAt(2) != 'x') {
      String digits = Integer.toString(symbol);
      int room = unit.length() - 3;
      return digits.length() > room
          ? "&#" + (int) 'X' + ";"
          : "&#" + "0".repeat(room - digits.length()) + digits + ";";
    }
    String hex = "%02x".formatted((int) symbol);
    int at = unit.endsWith(";") ? unit.length() - 3 : unit.length() - 2;
    return unit.substring(0, at) + hex + unit.substring(at + 2);
  }
}
