package lenswacht.knowledge.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lenswacht.knowledge.feed.StatedRange.Shape;
import lenswacht.knowledge.feed.StatedRange.Subject;

/// Reads ranges out of what feeds write, and says so where they cannot be read.
final class RangeText {
  private static final int LONGEST = 512;
  private static final int MOST_ENDS = 64;
  private static final Pattern PART =
      Pattern.compile("\\s*(<=|>=|!=|<|>|=)?\\s*([^<>=!|\\s][^<>=!|]{0,128})");
  private static final Pattern VERSION =
      Pattern.compile(
          "(?:[a-z]{1,6}[-. ]?)?[0-9]{1,9}(?:[a-z]{1,3}[0-9]{1,9}){0,3}[a-z]?(?:\\.[0-9a-z*]{1,24}){0,10}"
              + "(?:(?:[-_, ]{1,2}|\\.)(?:build[ _]?|rel\\.?|b|r|sp)?[0-9a-z]{1,16}){0,3}"
              + "(?: \\([^()]{1,48}\\))?",
          Pattern.CASE_INSENSITIVE);

  /// The day on which somebody wrote the record, which says nothing of a version.
  private static final Pattern DISCLOSED = Pattern.compile("20[0-9]{2}[01][0-9][0-3][0-9]");

  private static final Pattern EVERY =
      Pattern.compile("(?:vers:[a-z]{1,16}/\\*|(?:firmware )?all (?:firmware )?versions?)");
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:axis os|firmware|fw|versions?|version number)[: ]\\s{0,4}){1,3}",
          Pattern.CASE_INSENSITIVE);
  private static final String ONE = "([^ ,;]{1,64}(?: (?:build|rel)[ .][^ ,;]{1,32}){0,2})";
  private static final Pattern BELOW =
      Pattern.compile(
          "(?:prior to|before|below|earlier than|lower than)(?: version)? " + ONE,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern THROUGH =
      Pattern.compile(
          ONE
              + ",? (?:and|or) (?:all )?(?:earlier|prior|below|lower|older|previous)"
              + "(?: versions?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UP_TO =
      Pattern.compile("(?:up to|through)(?: and including)? " + ONE, Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:from )?" + ONE + " (?:-|\u2013|to|through) " + ONE, Pattern.CASE_INSENSITIVE);
  private static final Pattern BUILT =
      Pattern.compile(
          "(?:versions? )?(?:which |with )?build ?time (?:is )?(?:before|prior to|earlier than)"
              + " ([0-9A-Za-z,/ -]{4,24}?)\\.?",
          Pattern.CASE_INSENSITIVE);

  private RangeText() {}

  /// A range from ends that are stated apart.
  ///
  /// @param from first, or `>` and the last before it
  static StatedRange of(Subject subject, String from, String through, String below, String text) {
    String first = from.equals(below) || isWild(from) ? "" : from;
    List<String> ends = Stream.of(bare(first), through, below).filter(e -> !e.isEmpty()).toList();
    if (ends.isEmpty()) {
      return new StatedRange(subject, Shape.ANY, "", "", "", cut(text));
    }
    if (ends.stream().allMatch(Days::isDay)) {
      return new StatedRange(
          subject,
          Shape.BUILD_DAY,
          (first.startsWith(">") ? ">" : "") + day(bare(first), false),
          day(through, true),
          day(below, false),
          cut(text));
    }
    boolean versions =
        ends.stream()
            .allMatch(
                end ->
                    VERSION.matcher(end).matches()
                        && !Days.isDay(end)
                        && !DISCLOSED.matcher(end).matches());
    return versions
        ? new StatedRange(
            subject, Shape.VERSION, first.strip(), through.strip(), below.strip(), cut(text))
        : prose(subject, text);
  }

  private static String bare(String from) {
    return from.startsWith(">") ? from.substring(1) : from;
  }

  /// Whether a version holds a place that stands for any: `V2.X`, `1.*`.
  private static boolean isWild(String version) {
    return version.matches("(?i).{0,48}(?:\\.[x*]{1,8}|^[x*]).{0,48}");
  }

  private static String day(String text, boolean last) {
    Optional<LocalDate> day = Days.day(text, last);
    return day.map(LocalDate::toString).orElse("");
  }

  private static StatedRange prose(Subject subject, String text) {
    return new StatedRange(subject, Shape.PROSE, "", "", "", cut(text));
  }

  /// Ranges from one text, `<5.4.5`, `>=1.2|<=1.9`, `9.6 | 9.8`, `prior to 2.3`, `vers:all/*`.
  static List<StatedRange> parse(Subject subject, String text) {
    String tidy = tidy(text);
    if (tidy.isEmpty() || tidy.equals("*") || tidy.equals("-")) {
      return List.of(new StatedRange(subject, Shape.ANY, "", "", "", tidy));
    }
    if (EVERY.matcher(tidy.toLowerCase(Locale.ROOT)).matches()) {
      return List.of(new StatedRange(subject, Shape.ALL, "", "", "", tidy));
    }
    Matcher built = BUILT.matcher(tidy);
    if (built.matches()) {
      return List.of(of(subject, "", "", Days.isDay(built.group(1)) ? built.group(1) : "?", tidy));
    }
    Optional<StatedRange> worded = worded(subject, LEAD.matcher(tidy).replaceFirst(""), tidy);
    return worded.isPresent() ? List.of(worded.get()) : ends(subject, tidy);
  }

  /// Without blanks of other widths, full-width brackets and blanks around it.
  private static String tidy(String text) {
    return cut(text)
        .replace('\u00a0', ' ')
        .replace('\u3000', ' ')
        .replace('\uff08', '(')
        .replace('\uff09', ')')
        .strip();
  }

  private static Optional<StatedRange> worded(Subject subject, String words, String whole) {
    Matcher found = BELOW.matcher(words);
    if (found.matches()) {
      return Optional.of(of(subject, "", "", found.group(1), whole));
    }
    found = THROUGH.matcher(words);
    if (found.matches()) {
      return Optional.of(of(subject, "", found.group(1), "", whole));
    }
    found = UP_TO.matcher(words);
    if (found.matches()) {
      return Optional.of(of(subject, "", found.group(1), "", whole));
    }
    found = BETWEEN.matcher(words);
    if (found.matches()) {
      return Optional.of(of(subject, found.group(1), found.group(2), "", whole));
    }
    return Optional.empty();
  }

  /// An end of a range with what stands before it.
  private record End(String sign, String value) {}

  private static List<StatedRange> ends(Subject subject, String tidy) {
    List<End> ends = new ArrayList<>();
    String[] parts = tidy.replaceFirst("^vers:[a-z]{1,16}/", "").split("\\|", MOST_ENDS + 1);
    if (parts.length > MOST_ENDS) {
      return List.of(prose(subject, tidy));
    }
    for (String part : parts) {
      Matcher end = PART.matcher(part);
      if (!end.matches()) {
        return List.of(prose(subject, tidy));
      }
      String sign = end.group(1) == null ? "" : end.group(1);
      ends.add(new End(sign, LEAD.matcher(end.group(2).strip()).replaceFirst("")));
    }
    return ranges(subject, ends, tidy);
  }

  /// A first end takes the last end behind it; a last end alone is open below; versions behind a
  /// lone last end, `<= 1.12.0 | 1.12.13`, are last ends of further lines.
  private static List<StatedRange> ranges(Subject subject, List<End> ends, String tidy) {
    List<StatedRange> ranges = new ArrayList<>();
    String open = "";
    String behind = "";
    for (End end : ends) {
      String sign = end.sign().isEmpty() ? behind : end.sign();
      switch (sign) {
        case ">=", ">" -> {
          if (!open.isEmpty()) {
            ranges.add(of(subject, open, "", "", tidy));
          }
          open = (sign.equals(">") ? ">" : "") + end.value();
          behind = "";
        }
        case "<", "<=" -> {
          boolean below = sign.equals("<");
          ranges.add(of(subject, open, below ? "" : end.value(), below ? end.value() : "", tidy));
          behind = open.isEmpty() ? sign : "";
          open = "";
        }
        case "!=" -> {
          return List.of(prose(subject, tidy));
        }
        default -> ranges.add(of(subject, end.value(), end.value(), "", tidy));
      }
    }
    if (!open.isEmpty()) {
      ranges.add(of(subject, open, "", "", tidy));
    }
    return ranges;
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
