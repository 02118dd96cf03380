package lenswacht.assessment.biometric;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.assessment.ControlAnswer;
import lenswacht.assessment.StatedFacts;
import lenswacht.assessment.Verdict;
import lenswacht.knowledge.Edition;

/// A system on the register with what the rules say of it.
///
/// @param system the system
/// @param rated both ratings with findings; empty where another organisation answers for it
/// @param controls verdict for each control on face recognition, by id
public record RatedSystem(
    BiometricSystem system, Optional<StatedFacts> rated, Map<String, Verdict> controls) {
  /// Controls that speak of a system rather than of a camera.
  private static final List<String> OF_SYSTEMS =
      List.of(
          "NL-FR-1",
          "NL-FR-2",
          "NL-FR-3",
          "NL-FR-4",
          "NL-FR-5",
          "FR-SCRAPED",
          "AIA-5-1-h",
          "HUMAN-REVIEW");

  private static final String AUTHORITY = "NL-FR-3";

  public RatedSystem {
    controls = Collections.unmodifiableMap(new TreeMap<>(controls));
  }

  /// Rates a system by the rules that rate a camera.
  ///
  /// @param site what people answered on the site; what the register says outranks it
  public static RatedSystem of(BiometricSystem system, Map<String, String> site, Edition edition) {
    Map<String, String> facts = new TreeMap<>(site);
    facts.putAll(system.facts());
    facts.keySet().removeIf(field -> edition.pack().field(field).isEmpty());
    StatedFacts rated = StatedFacts.rate(edition, facts, Optional.empty());
    Map<String, Verdict> controls = new TreeMap<>();
    for (ControlAnswer answer : rated.controls()) {
      boolean isAsked =
          system.isOfTheSite()
              ? OF_SYSTEMS.contains(answer.control())
              : answer.control().equals(AUTHORITY);
      if (isAsked) {
        controls.put(answer.control(), answer.verdict());
      }
    }
    return new RatedSystem(
        system, system.isOfTheSite() ? Optional.of(rated) : Optional.empty(), controls);
  }
}
