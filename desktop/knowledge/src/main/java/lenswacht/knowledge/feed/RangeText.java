package lenswacht.knowledge.feed;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lenswacht.knowledge.feed.StatedRange.Shape;
import lenswacht.knowledge.feed.StatedRange.Status;

/// Reads ranges out of what feeds write, and says so where they cannot be read.
final class RangeText {
  private static final int LONGEST = 512;
  private static final Pattern ENDS =
      Pattern.compile("\\s*(<=|>=|<|>|=)?\\s*([^<>=|\\s][^<>=|]{0,128})");
  private static final Pattern VERSION =
      Pattern.compile(
          "[vV]?[0-9]{1,9}(?:\\.[0-9A-Za-z*]{1,16}){0,8}"
              + "(?:[-_ ](?:build |b|r|sp)?[0-9]{1,12}){0,2}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(?:prior to|before|below|versions? below|earlier than) (?:version )?([^ ]{1,64}))"
              + "|(?:([^ ]{1,64}) (?:and|or) (?:earlier|prior|below|lower|older))"
              + "|(?:(?:up to|through) ([^ ]{1,64}))",
          Pattern.CASE_INSENSITIVE);

  private RangeText() {}

  /// A range from ends that are stated apart.
  static StatedRange of(
      String vendor,
      String product,
      Status status,
      String from,
      String through,
      String below,
      String text) {
    List<String> ends = Stream.of(from, through, below).filter(end -> !end.isEmpty()).toList();
    Shape shape = ends.isEmpty() ? Shape.ANY : shape(ends);
    boolean empty = !from.isEmpty() && from.equals(below);
    return new StatedRange(
        vendor, product, status, shape, empty ? "" : from, through, below, cut(text));
  }

  /// A range from one text, `<5.4.5`, `>=1.2|<=1.9`, `prior to 2.3`, `vers:all/*`.
  static StatedRange parse(String vendor, String product, Status status, String text) {
    String tidy = cut(text).replace('\u00a0', ' ').strip();
    if (tidy.isEmpty() || tidy.equals("*") || tidy.equals("-") || tidy.equals("vers:all/*")) {
      return new StatedRange(vendor, product, status, Shape.ANY, "", "", "", tidy);
    }
    Matcher words = WORDS.matcher(tidy);
    if (words.matches()) {
      String below = words.group(1) == null ? "" : words.group(1);
      String through = words.group(2) == null ? words.group(3) : words.group(2);
      return of(vendor, product, status, "", through == null ? "" : through, below, tidy);
    }
    return ends(vendor, product, status, tidy);
  }

  private static StatedRange ends(String vendor, String product, Status status, String tidy) {
    String from = "";
    String through = "";
    String below = "";
    for (String part : tidy.replaceFirst("^vers:[a-z]{1,16}/", "").split("\\|", 8)) {
      Matcher end = ENDS.matcher(part);
      if (!end.matches()) {
        return new StatedRange(vendor, product, status, Shape.PROSE, "", "", "", tidy);
      }
      String value = end.group(2).strip();
      switch (end.group(1) == null ? "=" : end.group(1)) {
        case "<" -> below = value;
        case "<=" -> through = value;
        case ">=", ">" -> from = value;
        default -> {
          from = value;
          through = value;
        }
      }
    }
    return of(vendor, product, status, from, through, below, tidy);
  }

  private static Shape shape(List<String> ends) {
    if (ends.stream().allMatch(RangeText::isDay)) {
      return Shape.BUILD_DAY;
    }
    boolean versions = ends.stream().allMatch(end -> VERSION.matcher(end).matches() && !isDay(end));
    return versions ? Shape.VERSION : Shape.PROSE;
  }

  /// Whether `text` is a day or a month, however written; such a thing is no version.
  private static boolean isDay(String text) {
    if (text.matches("(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])")) {
      return true;
    }
    try {
      String turned =
          text.matches("[0-9]{2}-[0-9]{2}-(?:19|20)[0-9]{2}")
              ? text.substring(6) + "-" + text.substring(3, 5) + "-" + text.substring(0, 2)
              : text.replace('/', '-');
      return turned.length() == 10 && LocalDate.parse(turned) != null;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
