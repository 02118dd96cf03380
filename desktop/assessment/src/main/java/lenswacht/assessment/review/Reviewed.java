package lenswacht.assessment.review;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.review.ReviewEvent.Mark;

/// A statement with what people did with it.
///
/// @param statement as it is proposed now
/// @param stage how far it is
/// @param fit whether what was decided before still fits
/// @param handled who passed it on, and when; empty where nobody did
/// @param filings what was filed on this content, the first assessor's first
/// @param standing the conclusion that stands; empty until both were filed and opened
/// @param deviation the one that was put forward; empty where there is none
/// @param marks whose it is and where
public record Reviewed(
    Statement statement,
    Stage stage,
    Fit fit,
    Optional<Done> handled,
    List<Filing> filings,
    Optional<Conclusion> standing,
    Optional<Noted> deviation,
    Map<Mark, String> marks) {
  public Reviewed {
    filings = List.copyOf(filings);
    EnumMap<Mark, String> copy = new EnumMap<>(Mark.class);
    copy.putAll(marks);
    marks = Collections.unmodifiableMap(copy);
  }

  /// Who did something, and when.
  public record Done(String by, Instant at) {}

  /// A deviation with who put it forward.
  ///
  /// @param isInForce whether it holds on the day for which was asked
  public record Noted(Deviation deviation, Done done, boolean isInForce) {}

  /// What an assessor filed.
  ///
  /// @param commitment SHA-256 that fixes it, hex
  /// @param opinion empty until both assessors filed
  public record Filing(Role role, Done done, String commitment, Optional<Opinion> opinion) {}

  /// Whether the assessors differ.
  public boolean isDifferent() {
    return filings.stream()
            .flatMap(one -> one.opinion().stream())
            .map(Opinion::conclusion)
            .distinct()
            .count()
        > 1;
  }

  /// What `role` filed; empty where it did not.
  public Optional<Filing> filing(Role role) {
    return filings.stream().filter(one -> one.role() == role).findFirst();
  }

  /// The conclusions that can be drawn on the day for which was asked, besides by a deviation of
  /// the assessor's own.
  public List<Conclusion> carried() {
    Optional<Conclusion> instead =
        deviation
            .filter(Noted::isInForce)
            .map(noted -> noted.deviation().instead())
            .filter(Opinion.canDeviate(statement)::contains);
    return statement.kind().list().stream()
        .filter(
            one ->
                statement.allowed().contains(one) || instead.filter(its -> its == one).isPresent())
        .toList();
  }
}
