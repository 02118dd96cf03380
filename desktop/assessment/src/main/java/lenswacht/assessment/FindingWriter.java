package lenswacht.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.knowledge.Condition;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Rule;
import lenswacht.knowledge.Truth;
import lenswacht.observation.EvidenceId;

/// Writes one finding for each rule that fired, gravest first.
final class FindingWriter {
  private final PolicyPack pack;

  FindingWriter(PolicyPack pack) {
    this.pack = pack;
  }

  List<Finding> write(Reading reading, Facts facts) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : pack.rules()) {
      if (reading.of(rule.id()) == Truth.YES) {
        findings.add(finding(rule, facts));
      }
    }
    findings.sort(Comparator.comparing(Finding::severity).reversed());
    return findings;
  }

  private Finding finding(Rule rule, Facts facts) {
    Map<String, String> parameters = new TreeMap<>(facts.identity());
    List<EvidenceId> evidence = new ArrayList<>();
    Set<String> answers = new TreeSet<>();
    pack.asked(rule).forEach(field -> parameters.putAll(facts.of(field).parameters()));
    for (List<Condition> conditions : rule.cases()) {
      if (Rule.holdsAll(conditions, facts::value) == Truth.YES) {
        for (Condition condition : conditions) {
          for (String field : condition.fields()) {
            evidence.addAll(facts.of(field).evidence());
            if (facts.of(field).said()) {
              answers.add(field);
            }
          }
        }
      }
    }
    return new Finding(
        rule.id(),
        rule.textKey(),
        parameters,
        rule.axes().stream().map(Axis::valueOf).toList(),
        Severity.valueOf(rule.severity()),
        rule.clause(),
        evidence.stream().distinct().toList(),
        List.copyOf(answers),
        rule.acceptableKey());
  }
}
