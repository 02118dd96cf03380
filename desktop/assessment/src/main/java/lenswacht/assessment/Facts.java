package lenswacht.assessment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is known of one asset, by field of the policy pack.
///
/// @param values every field that has a value
/// @param identity what is known of its identity, as parameters for sentences
record Facts(Map<String, FieldValue> values, Map<String, String> identity) {
  Facts {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(values)));
    identity = Collections.unmodifiableMap(new TreeMap<>(identity));
  }

  /// The value of `field`, empty where not determined.
  Optional<String> value(String field) {
    return of(field).value();
  }

  /// The value of `field` with what carries it.
  FieldValue of(String field) {
    return values.getOrDefault(field, FieldValue.NOT_DETERMINED);
  }
}
