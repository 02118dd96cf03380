package lenswacht.agent.panel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Looks at the contacts of all keys and tells the presses. For one thread.
public final class KeySampler {
  private final Predicate<Key.Name> contact;
  private final Map<Key.Name, KeyTiming> timings = new EnumMap<>(Key.Name.class);

  /// @param contact whether a key's contact is closed now
  public KeySampler(Predicate<Key.Name> contact) {
    this.contact = contact;
    for (Key.Name name : Key.Name.values()) {
      timings.put(name, KeyTiming.of(name));
    }
  }

  /// Takes one look at every key.
  ///
  /// @param nanos when, on a clock that never goes back
  public List<Key> sample(long nanos) {
    List<Key> presses = new ArrayList<>();
    timings.forEach(
        (name, timing) ->
            timing
                .sample(contact.test(name), nanos)
                .ifPresent(press -> presses.add(new Key(name, press))));
    return List.copyOf(presses);
  }
}
