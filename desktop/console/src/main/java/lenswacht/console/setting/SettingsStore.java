package lenswacht.console.setting;

import java.io.IOException;

/// Where settings are kept.
@FunctionalInterface
public interface SettingsStore {
  /// Replaces what is remembered.
  ///
  /// @throws IOException if it cannot be kept; what was remembered is whole then
  void write(ConsoleSettings settings) throws IOException;
}
