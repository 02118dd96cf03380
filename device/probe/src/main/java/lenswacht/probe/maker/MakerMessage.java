package lenswacht.probe.maker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// One reply to a maker's own search.
///
/// @param fields name to value, in order
/// @param hardware the hardware address as text; empty where there is none
/// @param factoryState whether it is still in its factory state; empty where it does not say
/// @param kept the reply without its secrets
record MakerMessage(
    Map<String, String> fields, String hardware, Optional<Boolean> factoryState, Bytes kept) {
  MakerMessage {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// A message that says nothing about the factory state.
  static MakerMessage of(Map<String, String> fields, String hardware, Bytes kept) {
    return new MakerMessage(fields, hardware, Optional.empty(), kept);
  }
}
