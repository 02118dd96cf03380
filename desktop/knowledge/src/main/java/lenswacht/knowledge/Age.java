package lenswacht.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// How old a statement of an edition is.
public final class Age {
  private static final int YEAR_ONLY = 4;
  private static final int MONTH_ONLY = 7;

  private Age() {}

  /// Whether a source of `date` is over a year old on `onDay`. A date that names only a month or a
  /// year counts from its last day; one that cannot be read counts as old.
  ///
  /// @param date `2019-06-25`, `2022-11` or `2024`
  public static boolean isOverAYear(String date, LocalDate onDay) {
    return lastDay(date).map(day -> day.plusYears(1).isBefore(onDay)).orElse(true);
  }

  /// The day of a source; the last day of the month or year where it names only that. Empty where
  /// it cannot be read.
  public static Optional<LocalDate> lastDay(String date) {
    try {
      return Optional.of(
          switch (date.length()) {
            case YEAR_ONLY -> LocalDate.parse(date + "-12-31");
            case MONTH_ONLY -> LocalDate.parse(date + "-01").plusMonths(1).minusDays(1);
            default -> LocalDate.parse(date);
          });
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
