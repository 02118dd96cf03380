package lenswacht.assessment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.observation.EvidenceId;

/// The value of one field of the policy pack for one asset.
///
/// @param value in the shape of the field; empty where not determined
/// @param evidence what it was read from; empty where people said so
/// @param said whether people said so
/// @param parameters what it adds to sentences, by placeholder
record FieldValue(
    Optional<String> value,
    List<EvidenceId> evidence,
    boolean said,
    Map<String, String> parameters) {
  /// Nobody looked, or nothing shows either.
  static final FieldValue NOT_DETERMINED =
      new FieldValue(Optional.empty(), List.of(), false, Map.of());

  FieldValue {
    evidence = evidence.size() < 2 ? List.copyOf(evidence) : evidence.stream().distinct().toList();
    parameters =
        parameters.size() < 2
            ? Map.copyOf(parameters)
            : Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  static FieldValue of(String value, List<EvidenceId> evidence, Map<String, String> parameters) {
    return new FieldValue(Optional.of(value), evidence, false, parameters);
  }

  /// What people answered.
  static FieldValue said(String value, Map<String, String> parameters) {
    return new FieldValue(Optional.of(value), List.of(), true, parameters);
  }

  /// The same, shown by other evidence.
  FieldValue shownBy(List<EvidenceId> pieces) {
    return new FieldValue(value, pieces, said, parameters);
  }

  static FieldValue yes(List<EvidenceId> evidence, Map<String, String> parameters) {
    return of("yes", evidence, parameters);
  }

  static FieldValue no(List<EvidenceId> evidence) {
    return of("no", evidence, Map.of());
  }
}
