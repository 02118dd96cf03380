package lenswacht.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Finding;
import lenswacht.assessment.RatedAsset;
import lenswacht.fingerprint.Claim;
import lenswacht.observation.EvidenceId;

/// Gives every piece of evidence that a report refers to a number, in the order in which the assets
/// and their findings come.
final class EvidenceRegister {
  private final Map<EvidenceId, String> numbers = new LinkedHashMap<>();

  EvidenceRegister(Assessment assessment) {
    for (RatedAsset asset : assessment.assets()) {
      Stream.concat(
              asset.findings().stream().map(Finding::evidence).flatMap(List::stream),
              asset.identification().claims().stream().map(Claim::evidence))
          .forEach(this::add);
      asset
          .identification()
          .contradictions()
          .forEach(
              contradiction -> {
                add(contradiction.stronger().evidence());
                add(contradiction.weaker().evidence());
              });
    }
  }

  private void add(EvidenceId id) {
    numbers.computeIfAbsent(id, unseen -> String.format(Locale.ROOT, "E-%04d", numbers.size() + 1));
  }

  /// Every id with its number, in the order of the numbers.
  Map<EvidenceId, String> numbers() {
    return numbers;
  }

  /// References to evidence, or what is said where there is none.
  Html references(List<EvidenceId> ids, String none) {
    if (ids.isEmpty()) {
      return Html.text(none);
    }
    List<Html> references = new ArrayList<>();
    for (EvidenceId id : ids.stream().distinct().toList()) {
      if (!references.isEmpty()) {
        references.add(Html.text(" "));
      }
      references.add(reference(id));
    }
    return Html.several(references);
  }

  private Html reference(EvidenceId id) {
    String number = numbers.getOrDefault(id, id.brief());
    return Html.element("a", number).with("href", "#" + number).with("title", number);
  }
}
