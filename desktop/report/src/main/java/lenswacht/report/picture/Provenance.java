package lenswacht.report.picture;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.Origin;
import lenswacht.fingerprint.Trust;

/// From the name on a thing to who made it, as far as it is known.
///
/// @param label the name on it
/// @param maker who made it
/// @param confidence how much the maker's name can bear; empty where nothing says it
/// @param signs the kinds of signs that name the maker
/// @param fromList whether the maker follows from the list of who stands behind a label alone
/// @param day when it was seen, or the list was made
public record Provenance(
    Optional<String> label,
    Optional<String> maker,
    Optional<Confidence> confidence,
    Set<Trust> signs,
    boolean fromList,
    Optional<LocalDate> day) {
  public Provenance {
    EnumSet<Trust> sorted = EnumSet.noneOf(Trust.class);
    sorted.addAll(signs);
    signs = Collections.unmodifiableSet(sorted);
  }

  /// What the signs of an asset say.
  ///
  /// @param day on which it was seen
  public static Provenance of(Identification identification, Optional<LocalDate> day) {
    Origin origin = identification.origin();
    EnumSet<Trust> signs = EnumSet.noneOf(Trust.class);
    origin.makerSays().stream()
        .filter(claim -> !claim.isFromLabel())
        .map(Claim::trust)
        .forEach(signs::add);
    return new Provenance(
        origin.label(),
        origin.maker(),
        identification.confidenceOf(Claim.Attribute.MAKER),
        signs,
        origin.restsOnList(),
        day);
  }

  /// What a list and the catalogue say of something that nobody looked at.
  ///
  /// @param day of the list
  public static Provenance listed(
      Optional<String> label, Optional<String> maker, Optional<LocalDate> day) {
    return new Provenance(label, maker, maker.map(known -> Confidence.LIKELY), Set.of(), true, day);
  }
}
