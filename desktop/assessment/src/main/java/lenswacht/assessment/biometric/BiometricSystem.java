package lenswacht.assessment.biometric;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A system that tells faces apart, as people describe it. What nobody said is not determined, and
/// is never taken for fine.
///
/// @param name names it within the site
/// @param kind what sort of system
/// @param assets names of the assets it runs on or takes pictures from; may be empty
/// @param said what is known of it
public record BiometricSystem(
    String name, Kind kind, List<String> assets, Map<BiometricField, String> said) {
  private static final int LONGEST_NAME = 200;

  public BiometricSystem {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a system has a name of at most 200 characters");
    }
    assets = List.copyOf(assets);
    said.forEach(
        (field, value) -> {
          if (!field.accepts(value)) {
            throw new IllegalArgumentException(
                "'%s' is no value of %s; it takes %s"
                    .formatted(value, field.column(), field.shape()));
          }
        });
    said = Collections.unmodifiableMap(new TreeMap<>(said));
  }

  /// What sort of system.
  public enum Kind {
    /// Opens a door to faces it knows.
    DOOR_TERMINAL,
    /// A camera that compares on board.
    CAMERA,
    /// A recorder with a library of faces.
    RECORDER,
    /// A server or program in the building.
    SERVER,
    /// A service of another party outside.
    OUTSIDE_SERVICE,
    /// A system of the police, such as CATCH, that pictures of this site reach.
    POLICE_SYSTEM;

    /// As sheets write it.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind with this word.
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /// What was said on `field`.
  public Optional<String> value(BiometricField field) {
    return Optional.ofNullable(said.get(field));
  }

  /// What nobody said.
  public List<BiometricField> open() {
    return Arrays.stream(BiometricField.values())
        .filter(field -> !said.containsKey(field))
        .toList();
  }

  /// Whether its use is for this site to answer for. What another organisation does with its own
  /// system is not: of that only counts on what authority pictures go there.
  public boolean isOfTheSite() {
    return value(BiometricField.CONTROLLER)
        .map(controller -> controller.equals("site"))
        .orElse(kind != Kind.POLICE_SYSTEM);
  }

  /// Whether there was a positive legal and ethical test before it went into use; empty where not
  /// determined.
  public Optional<Boolean> isReviewedBefore() {
    Optional<String> outcome = value(BiometricField.REVIEW_OUTCOME);
    if (outcome.isEmpty()) {
      return Optional.empty();
    }
    if (!outcome.get().equals("positive")) {
      return Optional.of(false);
    }
    Optional<LocalDate> used = value(BiometricField.GO_LIVE).map(LocalDate::parse);
    Optional<LocalDate> tested = value(BiometricField.REVIEW_DATE).map(LocalDate::parse);
    return used.flatMap(day -> tested.map(test -> test.isBefore(day)));
  }

  /// What it says to the fields of a policy pack.
  public Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("fr.enabled", "yes");
    facts.put("biometric.templates_present", "yes");
    isReviewedBefore().ifPresent(is -> facts.put("fr.review_before_go_live", yes(is)));
    value(BiometricField.REGIME)
        .ifPresent(regime -> facts.put("fr.law_enforcement", yes(regime.equals("wpg"))));
    value(BiometricField.MODE).ifPresent(mode -> facts.put("fr.live", yes(mode.equals("live"))));
    value(BiometricField.ORIGIN)
        .ifPresent(
            origin -> {
              facts.put("fr.scraped_service_used", yes(origin.equals("gathered-from-internet")));
              facts.put("fr.reference_set_origin", "yes");
            });
    value(BiometricField.LEGAL_BASIS).ifPresent(_ -> facts.put("fr.legal_basis", "yes"));
    copy(BiometricField.PUBLICLY_ACCESSIBLE, "fr.publicly_accessible", facts);
    copy(BiometricField.LIVE_AUTHORISED, "fr.authorised", facts);
    copy(BiometricField.NECESSITY_DOCUMENTED, "biometric.necessity_documented", facts);
    copy(BiometricField.AUTOMATIC_DECISION, "decision.automatic_on_match", facts);
    copy(BiometricField.HUMAN_REVIEW, "decision.human_step", facts);
    copy(BiometricField.TWO_REVIEWERS, "fr.two_independent_reviewers", facts);
    copy(BiometricField.FIXED_CONCLUSIONS, "fr.fixed_conclusions", facts);
    copy(BiometricField.CONSERVATIVE_CONCLUSION, "fr.conservative_conclusion", facts);
    copy(BiometricField.AUTHORITY_PER_SEARCH, "fr.trigger_per_search", facts);
    return facts;
  }

  private void copy(BiometricField from, String field, Map<String, String> facts) {
    value(from).ifPresent(value -> facts.put(field, value));
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }
}
