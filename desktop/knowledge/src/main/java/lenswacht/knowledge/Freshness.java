package lenswacht.knowledge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// How old the parts of an edition are on a day. Old knowledge never blocks anything; it is told.
///
/// @param makers day of what is known of makers
/// @param vulnerabilities day of what is known of vulnerabilities: the last import, or the edition
/// @param onDay the day on which it is asked
public record Freshness(LocalDate makers, LocalDate vulnerabilities, LocalDate onDay) {
  /// From so many days on the list of makers is told to be old.
  public static final long MAKERS_OLD = 180;

  /// From so many days on the vulnerabilities are told to be old.
  public static final long VULNERABILITIES_OLD = 30;

  /// Of an edition.
  public static Freshness of(Edition edition, LocalDate onDay) {
    return new Freshness(edition.date(), imported(edition).orElse(edition.date()), onDay);
  }

  private static Optional<LocalDate> imported(Edition edition) {
    return edition
        .imported()
        .flatMap(
            extension ->
                extension.advisories().stream()
                    .flatMap(advisory -> advisory.provenance().stream())
                    .flatMap(from -> Stream.of(from.imported()))
                    .max(Comparator.naturalOrder()));
  }

  /// Age of what is known of makers, in days.
  public long makersDays() {
    return days(makers);
  }

  /// Age of what is known of vulnerabilities, in days.
  public long vulnerabilitiesDays() {
    return days(vulnerabilities);
  }

  /// Whether what is known of makers is old.
  public boolean areMakersOld() {
    return makersDays() >= MAKERS_OLD;
  }

  /// Whether what is known of vulnerabilities is old.
  public boolean areVulnerabilitiesOld() {
    return vulnerabilitiesDays() >= VULNERABILITIES_OLD;
  }

  private long days(LocalDate since) {
    return Math.max(0, ChronoUnit.DAYS.between(since, onDay));
  }
}
