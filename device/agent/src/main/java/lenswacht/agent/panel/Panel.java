package lenswacht.agent.panel;

import java.util.function.Consumer;

/// Where the device meets a person: it shows one state, sounds a tone and reports keys.
///
/// Methods may be called from any thread. Listeners are called on a thread of the panel and must
/// not keep it for long.
public interface Panel extends AutoCloseable {
  /// Shows `state` until the next one.
  ///
  /// @throws IllegalStateException if the shown state may not become `state`
  void show(PanelState state);

  /// From now on tells `listener` of every key press; one listener, the last one given.
  void keys(Consumer<Key> listener);

  /// Sounds `tone` once, without waiting for its end.
  void sound(Tone tone);

  /// Lamps and buzzer off; no more presses are reported.
  @Override
  void close();
}
