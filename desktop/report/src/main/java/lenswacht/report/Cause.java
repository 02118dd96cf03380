package lenswacht.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Finding;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Severity;

/// One rule that fired, with every asset on which it did.
///
/// @param rule id of the rule
/// @param severity the gravest of its findings
/// @param seen the findings, one for each asset, in the order of the assets
record Cause(String rule, Severity severity, List<Seen> seen) {
  Cause {
    seen = List.copyOf(seen);
  }

  /// A finding on an asset.
  record Seen(RatedAsset asset, Finding finding) {}

  /// Every rule that fired; the gravest first, then the most widespread.
  static List<Cause> of(Assessment assessment) {
    Map<String, List<Seen>> byRule = new LinkedHashMap<>();
    for (RatedAsset asset : assessment.assets()) {
      for (Finding finding : asset.findings()) {
        byRule
            .computeIfAbsent(finding.rule(), first -> new ArrayList<>())
            .add(new Seen(asset, finding));
      }
    }
    return byRule.entrySet().stream()
        .map(fired -> new Cause(fired.getKey(), gravest(fired.getValue()), fired.getValue()))
        .sorted(
            Comparator.comparing(Cause::severity)
                .thenComparingInt(cause -> cause.seen().size())
                .reversed()
                .thenComparing(Cause::rule))
        .toList();
  }

  private static Severity gravest(List<Seen> seen) {
    return seen.stream()
        .map(one -> one.finding().severity())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// The finding of its first asset: text, clause and axes are those of the rule.
  Finding example() {
    return seen.getFirst().finding();
  }
}
