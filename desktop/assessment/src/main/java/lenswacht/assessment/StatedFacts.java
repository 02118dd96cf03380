package lenswacht.assessment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.PolicyPack;

/// One camera and its site given as facts, without any scan, and what the model says of it.
///
/// @param espionage rating on the espionage axis
/// @param privacy rating on the privacy axis
/// @param findings the rules that fire, gravest first
/// @param controls verdict for each control, by id
public record StatedFacts(
    Rating espionage, Rating privacy, List<Finding> findings, Map<String, Verdict> controls) {
  public StatedFacts {
    findings = List.copyOf(findings);
    controls = Collections.unmodifiableMap(new TreeMap<>(controls));
  }

  /// Rates facts. A field that is not given is not determined.
  ///
  /// @param facts value by field of the pack
  /// @throws IllegalArgumentException if the pack has no such field, or it cannot have the value
  public static StatedFacts rate(Edition edition, Map<String, String> facts) {
    PolicyPack pack = edition.pack();
    Map<String, FieldValue> values = new TreeMap<>();
    facts.forEach(
        (name, value) -> {
          Field field =
              pack.field(name)
                  .orElseThrow(() -> new IllegalArgumentException("there is no field " + name));
          if (!field.accepts(value)) {
            throw new IllegalArgumentException("'" + value + "' is no value of " + name);
          }
          values.put(name, FieldValue.said(value, Map.of()));
        });
    Facts read = new Facts(values, Map.of());
    Reading reading = Reading.of(pack, read);
    Engine engine = new Engine(pack);
    return new StatedFacts(
        engine.rate(Axis.ESPIONAGE, reading),
        engine.rate(Axis.PRIVACY, reading),
        new FindingWriter(pack).write(reading, read),
        new ControlReader(pack).read(List.of(new ControlReader.Judged(read, reading))));
  }
}
