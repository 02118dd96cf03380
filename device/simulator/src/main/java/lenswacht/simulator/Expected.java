package lenswacht.simulator;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What a careful observer can know about a simulated host. Empty means: its replies do not
/// determine it, so whoever names it has guessed.
///
/// @param kind `camera`, `recorder`, `encoder`, `doorbell`, `other` or `unknown`
/// @param brand the name on the label
/// @param maker who made it
/// @param model model number as the maker writes it
/// @param firmware version, without build
/// @param buildDate day the firmware was built
public record Expected(
    String kind,
    Optional<String> brand,
    Optional<String> maker,
    Optional<String> model,
    Optional<String> firmware,
    Optional<LocalDate> buildDate) {
  /// The words `kind` may be.
  public static final Set<String> KINDS =
      Set.of("camera", "recorder", "encoder", "doorbell", "other", "unknown");

  /// Nothing can be known.
  public static final Expected NOTHING =
      new Expected(
          "unknown",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// Refuses a kind that is not among [#KINDS].
  public Expected {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException("'" + kind + "' is no kind of asset");
    }
  }
}
