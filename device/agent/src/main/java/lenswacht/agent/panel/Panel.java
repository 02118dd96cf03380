package lenswacht.agent.panel;

import java.util.List;
import java.util.function.Consumer;

/// Where the device meets a person: display, lamps, buzzer and keys, or what stands in for them. It
/// shows what it is told and reports keys; it decides nothing.
///
/// Methods may be called from any thread. Listeners are called on a thread of the panel and must
/// not keep it for long.
public interface Panel extends AutoCloseable {
  /// Shows this until the next one.
  void show(Shown shown);

  /// From now on tells `listener` of every key press; one listener, the last one given.
  void keys(Consumer<Key> listener);

  /// Sounds `tone` once, without waiting for its end.
  void sound(Tone tone);

  /// What the gauge of the panel's board says.
  default Battery battery() {
    return Battery.NOT_DETERMINED;
  }

  /// Looks at the parts that hang on the panel; a part that is not named here does not hang on it.
  default List<PartCheck> check() {
    return List.of();
  }

  /// Lamps, buzzer and display off; no more presses are reported.
  @Override
  void close();
}
