package lenswacht.agent.panel;

import java.time.LocalDateTime;
import java.util.List;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanLevel;

/// A mandate, as the panel tells of it.
///
/// @param number its id
/// @param site where it holds
/// @param level how much is asked under it
/// @param until when it ends, in the time of this place
/// @param ranges the networks it allows
/// @param exclusions what it leaves out
public record Permit(
    String number,
    String site,
    ScanLevel level,
    LocalDateTime until,
    List<String> ranges,
    List<String> exclusions) {
  public Permit {
    ranges = List.copyOf(ranges);
    exclusions = List.copyOf(exclusions);
  }

  /// What the panel tells of `mandate`.
  ///
  /// @param until its end, in the time of this place
  public static Permit of(Mandate mandate, ScanLevel level, LocalDateTime until) {
    return new Permit(
        mandate.id(),
        mandate.site(),
        level,
        until,
        mandate.scope().ranges().stream().map(Object::toString).toList(),
        mandate.scope().exclusions().stream().map(Object::toString).toList());
  }
}
