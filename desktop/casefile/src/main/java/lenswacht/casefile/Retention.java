package lenswacht.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// Until when a case is kept, and by which rule.
///
/// @param until the first day on which it may be erased
/// @param ground the rule or list that says so
public record Retention(LocalDate until, String ground) {
  /// @throws IllegalArgumentException if no ground is given
  public Retention {
    if (ground.isBlank()) {
      throw new IllegalArgumentException("a retention date needs its ground");
    }
  }

  /// What was said last in `acts`; empty where nobody said.
  public static Optional<Retention> last(List<CustodyAct> acts) {
    return acts.reversed().stream().flatMap(act -> in(act).stream()).findFirst();
  }

  /// What an act set; empty where it set none.
  private static Optional<Retention> in(CustodyAct act) {
    if (act.kind() != CustodyAct.Kind.RETENTION_SET || act.note().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Retention(LocalDate.parse(act.what()), act.note()));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }
}
