package lenswacht.knowledge.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days as feeds write them where a version belongs: `2019-08-18`, `2023/12/13`, `15-12-2025`,
/// `2019-12`, `April 16, 2025`, `1st July 2025`, `June, 2021`.
final class Days {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("((?:19|20)[0-9]{2})[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("([0-9]{1,2})[-/]([0-9]{1,2})[-/]((?:19|20)[0-9]{2})");
  private static final Pattern MONTH_DAY =
      Pattern.compile("([A-Za-z]{3,9})\\.? ([0-9]{1,2})(?:st|nd|rd|th)?, ?((?:19|20)[0-9]{2})");
  private static final Pattern DAY_MONTH =
      Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9}),? ((?:19|20)[0-9]{2})");
  private static final Pattern MONTH_YEAR =
      Pattern.compile("([A-Za-z]{3,9}),? ((?:19|20)[0-9]{2})");

  private Days() {}

  /// The day that `text` names, and of a month its first or last one.
  static Optional<LocalDate> day(String text, boolean last) {
    try {
      return read(text.strip(), last);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Whether `text` names a day or a month; such a thing is no version.
  static boolean isDay(String text) {
    return day(text, false).isPresent();
  }

  private static Optional<LocalDate> read(String text, boolean last) {
    Matcher found = YEAR_FIRST.matcher(text);
    if (found.matches()) {
      return Optional.of(day(found.group(1), number(found.group(2)), found.group(3), last));
    }
    found = DAY_FIRST.matcher(text);
    if (found.matches()) {
      return Optional.of(day(found.group(3), number(found.group(2)), found.group(1), last));
    }
    found = MONTH_DAY.matcher(text);
    if (found.matches() && month(found.group(1)) > 0) {
      return Optional.of(day(found.group(3), month(found.group(1)), found.group(2), last));
    }
    found = DAY_MONTH.matcher(text);
    if (found.matches() && month(found.group(2)) > 0) {
      return Optional.of(day(found.group(3), month(found.group(2)), found.group(1), last));
    }
    found = MONTH_YEAR.matcher(text);
    if (found.matches() && month(found.group(1)) > 0) {
      return Optional.of(day(found.group(2), month(found.group(1)), "", last));
    }
    return Optional.empty();
  }

  private static LocalDate day(String year, int month, @Nullable String day, boolean last) {
    YearMonth whole = YearMonth.of(number(year), month);
    if (day != null && !day.isEmpty()) {
      return whole.atDay(number(day));
    }
    return last ? whole.atEndOfMonth() : whole.atDay(1);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }
}
