package lenswacht.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/// What lists of public registers say of a vulnerability besides its ranges. A mark that is missing
/// says nothing.
///
/// @param exploitedSince day on which it was listed as exploited
/// @param likelihood estimate of its exploitation
/// @param withdrawn whether the register withdrew the number
public record Mark(
    Optional<LocalDate> exploitedSince, Optional<Likelihood> likelihood, boolean withdrawn) {

  /// An estimate of exploitation within thirty days. Estimates of different models are not
  /// compared.
  ///
  /// @param score 0 to 1
  /// @param percentile 0 to 1
  /// @param model version of the model
  /// @param day day of the estimate
  public record Likelihood(String score, String percentile, String model, LocalDate day) {}
}
