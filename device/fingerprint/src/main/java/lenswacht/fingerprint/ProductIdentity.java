package lenswacht.fingerprint;

import java.time.LocalDate;
import java.util.Optional;

/// What an asset is, as far as it was determined. Empty means not determined, never "none".
///
/// @param kind what sort of thing
/// @param brand the name on the label
/// @param maker who made it
/// @param model model number as the maker writes it
/// @param firmware version, without build
/// @param buildDate day the firmware was built
public record ProductIdentity(
    AssetKind kind,
    Optional<String> brand,
    Optional<String> maker,
    Optional<String> model,
    Optional<String> firmware,
    Optional<LocalDate> buildDate) {
  /// Nothing was determined.
  public static final ProductIdentity UNDETERMINED =
      new ProductIdentity(
          AssetKind.UNKNOWN,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
