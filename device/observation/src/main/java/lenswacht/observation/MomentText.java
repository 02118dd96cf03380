package lenswacht.observation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// Days and moments as people type them: `2026-12-31`, `2026-12-31T17:00`, or with an offset.
public final class MomentText {
  private static final int LONGEST = 40;

  private MomentText() {}

  /// The moment that `text` names. A day alone means its first moment, or the first one after it.
  ///
  /// @param end whether something ends then
  /// @param zone of days and times without an offset
  public static Optional<Instant> read(String text, boolean end, ZoneId zone) {
    String word = text.strip().replace(' ', 'T');
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      if (word.matches("\\d{4}-\\d{2}-\\d{2}")) {
        LocalDate day = LocalDate.parse(word);
        return Optional.of((end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant());
      }
      return Optional.of(
          word.matches(".*(?:Z|[+-]\\d{2}:?\\d{2})$")
              ? OffsetDateTime.parse(word).toInstant()
              : LocalDateTime.parse(word).atZone(zone).toInstant());
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
