package lenswacht.assessment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lenswacht.observation.EvidenceId;

/// A judged statement on one asset, with what carries it.
///
/// @param rule id of the policy rule that fired, for example `R07`
/// @param text key of the sentence; the report has it in every language
/// @param parameters what goes into the sentence, by name
/// @param axes which ratings it touches
/// @param severity what an intruder could do
/// @param clause where the policy says so
/// @param evidence what was seen; empty where the rule rests on knowledge alone
/// @param answers fields of the policy pack that people answered and that it rests on
/// @param acceptableIf key of the sentence that says what would make it acceptable
public record Finding(
    String rule,
    String text,
    Map<String, String> parameters,
    List<Axis> axes,
    Severity severity,
    String clause,
    List<EvidenceId> evidence,
    List<String> answers,
    String acceptableIf) {
  public Finding {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    axes = List.copyOf(axes);
    evidence = List.copyOf(evidence);
    answers = List.copyOf(answers);
  }
}
