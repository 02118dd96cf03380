package lenswacht.fingerprint;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lenswacht.observation.Observable;

/// Everything we know about how assets show what they are: fingerprints per observable, model
/// patterns, blocks of hardware addresses, makers behind labels. Read-only, and of a dated edition.
public final class Catalogue {
  private final LocalDate edition;
  private final Names names;
  private final Map<Observable, List<Fingerprint>> fingerprints;
  private final List<Fingerprint> models;
  private final MacPrefixes macPrefixes;
  private final Labels labels;
  private final Kinships kinships;
  private final FirmwareGrammar firmware;

  Catalogue(
      LocalDate edition,
      Names names,
      Map<Observable, List<Fingerprint>> fingerprints,
      List<Fingerprint> models,
      MacPrefixes macPrefixes,
      Labels labels,
      Kinships kinships,
      FirmwareGrammar firmware) {
    this.edition = edition;
    this.names = names;
    this.fingerprints = new EnumMap<>(fingerprints);
    this.models = List.copyOf(models);
    this.macPrefixes = macPrefixes;
    this.labels = labels;
    this.kinships = kinships;
    this.firmware = firmware;
  }

  /// The catalogue that comes with the program.
  ///
  /// @throws CatalogueException if one of its files is broken, which the build finds out first
  public static Catalogue bundled() {
    return CatalogueReader.bundled();
  }

  /// The day this edition was closed; printed wherever an identification is shown.
  public LocalDate edition() {
    return edition;
  }

  /// Number of fingerprints, model patterns included.
  public int size() {
    return models.size() + fingerprints.values().stream().mapToInt(List::size).sum();
  }

  /// Sister firms, joint ventures and former names of a maker or brand.
  public List<Kinship> kinships(String firm) {
    return kinships.of(firm);
  }

  /// How the makers write their firmware versions.
  public FirmwareGrammar firmware() {
    return firmware;
  }

  Names names() {
    return names;
  }

  List<Fingerprint> fingerprints(Observable observable) {
    return fingerprints.getOrDefault(observable, List.of());
  }

  /// Fingerprints that are put to a model number rather than to an observation.
  List<Fingerprint> models() {
    return models;
  }

  MacPrefixes macPrefixes() {
    return macPrefixes;
  }

  Labels labels() {
    return labels;
  }
}
