package lenswacht.assessment.advisory;

import java.time.LocalDate;
import java.util.Optional;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Conclusion;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;

/// What of an asset an advisory is held against.
///
/// @param maker who made it, where that can be relied on
/// @param label the firm on the label, where that can be relied on and is another one
/// @param model its model number
/// @param hardware its hardware line or revision
/// @param firmware its firmware version as it states it
/// @param built the day its firmware was built, where that is stated apart
public record Product(
    Optional<String> maker,
    Optional<String> label,
    Optional<String> model,
    Optional<String> hardware,
    Optional<String> firmware,
    Optional<LocalDate> built) {

  /// What is known of `identification`.
  ///
  /// @param maker its maker, where that can be relied on
  public static Product of(Identification identification, Optional<String> maker) {
    var identity = identification.identity();
    return new Product(
        maker,
        identity
            .brand()
            .filter(brand -> !maker.equals(Optional.of(brand)))
            .filter(
                _ ->
                    identification
                        .confidenceOf(Attribute.BRAND)
                        .filter(sure -> sure != Confidence.HINT)
                        .isPresent()),
        identity.model(),
        identification.conclusion(Attribute.HARDWARE).map(Conclusion::value),
        identity.firmware(),
        identity.buildDate());
  }
}
