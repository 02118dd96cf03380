package lenswacht.fingerprint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.CleanText;

/// How a captured text becomes the value of a claim.
enum Transform {
  /// As it stands.
  TEXT,
  /// A model: without the brand in front, underscores as blanks, placeholders dropped.
  MODEL,
  /// A model in which underscores are part of the name.
  RAWMODEL,
  /// The brand that the first words name, if it is known.
  NAME,
  /// The maker that the first words name, if it is known.
  MAKER,
  /// A label: the known spelling, or else the text itself unless it is a placeholder.
  LABEL,
  /// A day as 180326 or 20180326, perhaps followed by an hour.
  DIGITS,
  /// A day as `Mar 13 2008`.
  MONTH,
  /// A day as `2008-03-13`, `2008.3.13` or `2008/03/13`.
  PARTS,
  /// A day as `13.03.2008`.
  DAYFIRST;

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_MODEL = 64;
  private static final int EARLIEST_YEAR = 1995;
  private static final Pattern PARTS_OF_DAY =
      Pattern.compile("^(\\d{1,4})[-./](\\d{1,2})[-./](\\d{1,4})");
  private static final DateTimeFormatter MONTH_DAY_YEAR =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("MMM d uuuu")
          .toFormatter(Locale.ENGLISH);

  /// The value, or nothing if `text` does not hold one.
  Optional<String> value(String text, Names names) {
    String stripped = CleanText.of(text, Integer.MAX_VALUE);
    return switch (this) {
      case TEXT -> stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
      case MODEL -> model(stripped.replace('_', ' '), names);
      case RAWMODEL -> model(stripped, names);
      case NAME -> names.brand(stripped);
      case MAKER -> names.brand(stripped).filter(names::isMaker);
      case LABEL -> label(stripped, names);
      case DIGITS -> digits(stripped);
      case MONTH -> month(stripped);
      case PARTS -> parts(stripped, true);
      case DAYFIRST -> parts(stripped, false);
    };
  }

  private static Optional<String> model(String text, Names names) {
    String model = names.withoutBrand(text);
    boolean isNone =
        names.isPlaceholder(text) || names.isPlaceholder(model) || model.length() > LONGEST_MODEL;
    return isNone || names.wholeBrand(model).isPresent() ? Optional.empty() : Optional.of(model);
  }

  private static Optional<String> label(String text, Names names) {
    if (names.isPlaceholder(text)) {
      return Optional.empty();
    }
    Optional<String> known = names.wholeBrand(text).or(() -> names.brand(text));
    boolean isName =
        text.length() <= LONGEST_NAME && !text.isEmpty() && Character.isLetter(text.charAt(0));
    return known.isPresent() || !isName ? known : Optional.of(text);
  }

  private static Optional<String> digits(String text) {
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

  private static Optional<String> month(String text) {
    try {
      LocalDate day = LocalDate.parse(text.replace(",", " ").replaceAll(" +", " "), MONTH_DAY_YEAR);
      return day(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static Optional<String> parts(String text, boolean yearFirst) {
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
