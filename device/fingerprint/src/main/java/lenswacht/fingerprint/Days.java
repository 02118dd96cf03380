package lenswacht.fingerprint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days as makers write them, as ISO 8601. Apart from the transforms, so that what reads days is
/// not made ready before there is one.
final class Days {
  private static final int EARLIEST_YEAR = 1995;
  private static final Pattern PARTS_OF_DAY =
      Pattern.compile("^(\\d{1,4})[-./](\\d{1,2})[-./](\\d{1,4})");
  private static final DateTimeFormatter MONTH_DAY_YEAR =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("MMM d uuuu")
          .toFormatter(Locale.ENGLISH);

  private Days() {}

  /// A day as 180326 or 20180326, perhaps followed by an hour.
  static Optional<String> digits(String text) {
    if (!text.matches("\\d{6,16}")) {
      return Optional.empty();
    }
    boolean isLong =
        text.startsWith("20") && text.length() >= 8 && Integer.parseInt(text.substring(4, 6)) <= 12;
    String day = isLong ? text.substring(0, 8) : "20" + text.substring(0, 6);
    return day(
        Integer.parseInt(day.substring(0, 4)),
        Integer.parseInt(day.substring(4, 6)),
        Integer.parseInt(day.substring(6)));
  }

  /// A day as `Mar 13 2008`.
  static Optional<String> month(String text) {
    try {
      LocalDate day = LocalDate.parse(text.replace(",", " ").replaceAll(" +", " "), MONTH_DAY_YEAR);
      return day(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /// A day as `2008-03-13` or, with the year last, as `13.03.2008`.
  static Optional<String> parts(String text, boolean yearFirst) {
    Matcher parts = PARTS_OF_DAY.matcher(text);
    if (!parts.find()) {
      return Optional.empty();
    }
    return day(
        Integer.parseInt(parts.group(yearFirst ? 1 : 3)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(yearFirst ? 3 : 1)));
  }

  private static Optional<String> day(int year, int month, int day) {
    try {
      return year < EARLIEST_YEAR || year > 2099
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, day).toString());
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
