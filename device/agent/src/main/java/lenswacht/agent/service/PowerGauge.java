package lenswacht.agent.service;

import java.util.Optional;

/// What tells how full the battery is, where the kernel does not.
public interface PowerGauge {
  /// How full it is now; empty where that is not determined.
  Optional<Charge> read();

  /// How full a battery is.
  ///
  /// @param percent 0 to 100
  /// @param isDischarging whether it is being emptied
  record Charge(int percent, boolean isDischarging) {}
}
