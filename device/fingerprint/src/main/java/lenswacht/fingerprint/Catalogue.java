package lenswacht.fingerprint;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import lenswacht.observation.Observable;

/// Everything we know about how assets show what they are: fingerprints per observable, model
/// patterns, blocks of hardware addresses, makers behind labels. Read-only, and of a dated edition.
public final class Catalogue {
  private final LocalDate edition;
  private final Names names;
  private final Map<Observable, Sieve> fingerprints = new EnumMap<>(Observable.class);
  private final Sieve models;
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
    for (Map.Entry<Observable, List<Fingerprint>> file : fingerprints.entrySet()) {
      this.fingerprints.put(file.getKey(), new Sieve(file.getValue()));
    }
    this.models = new Sieve(models);
    this.macPrefixes = macPrefixes;
    this.labels = labels;
    this.kinships = kinships;
    this.firmware = firmware;
  }

  /// The catalogue that comes with the program.
  ///
  /// @throws CatalogueException if one of its files is broken, which the build finds out first: it
  ///     holds every line to its own examples
  public static Catalogue bundled() {
    return CatalogueReader.bundled(Care.TRUSTED);
  }

  /// The catalogue that comes with the program, with other files in place of some of its own. Every
  /// line is held to its rules and its own examples first.
  ///
  /// @param files texts by name, such as `http-server.csv`
  /// @throws CatalogueException if one of them is broken, or does not belong there
  public static Catalogue revised(Map<String, String> files) {
    return CatalogueReader.revised(files);
  }

  /// The day this edition was closed; printed wherever an identification is shown.
  public LocalDate edition() {
    return edition;
  }

  /// Number of fingerprints, model patterns included.
  public int size() {
    return models.all().size()
        + fingerprints.values().stream().mapToInt(sieve -> sieve.all().size()).sum();
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

  /// Every brand in its controlled spelling, sorted.
  public SortedSet<String> brands() {
    return names.brands();
  }

  /// The brand that the whole of `text` names, in its controlled spelling, with or without the
  /// firm's legal form.
  public Optional<String> brandNamed(String text) {
    return names.wholeBrand(text);
  }

  /// The brand that the first words of `text` name, in its controlled spelling.
  public Optional<String> brandBefore(String text) {
    return names.brand(text);
  }

  /// The fingerprint of that name.
  Optional<Fingerprint> fingerprint(String id) {
    return Stream.concat(Stream.of(models), fingerprints.values().stream())
        .flatMap(sieve -> sieve.all().stream())
        .filter(fingerprint -> fingerprint.id().equals(id))
        .findFirst();
  }

  List<Fingerprint> fingerprints(Observable observable) {
    Sieve sieve = fingerprints.get(observable);
    return sieve == null ? List.of() : sieve.all();
  }

  /// Fingerprints that are put to a model number rather than to an observation.
  List<Fingerprint> models() {
    return models.all();
  }

  /// The fingerprints of `observable` that may match `text`.
  List<Fingerprint> candidates(Observable observable, CharSequence text) {
    Sieve sieve = fingerprints.get(observable);
    return sieve == null ? List.of() : sieve.candidates(text);
  }

  /// The model patterns that may match `model`.
  List<Fingerprint> modelCandidates(CharSequence model) {
    return models.candidates(model);
  }

  MacPrefixes macPrefixes() {
    return macPrefixes;
  }

  Labels labels() {
    return labels;
  }
}
