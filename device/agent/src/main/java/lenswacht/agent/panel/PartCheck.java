package lenswacht.agent.panel;

/// What the self-test says of one part of the device.
///
/// @param part which
/// @param verdict what came of looking
/// @param why in a few words, for the log and the command line, in English
public record PartCheck(Part part, Verdict verdict, String why) {
  /// The parts in the order in which they are looked at.
  public enum Part {
    /// The three lamps.
    LAMPS,
    /// The three keys.
    KEYS,
    /// The buzzer.
    BUZZER,
    /// The display.
    DISPLAY,
    /// The clock that goes on without power.
    CLOCK,
    /// The battery and its gauge.
    BATTERY,
    /// Where keys and journal are kept.
    STORAGE,
    /// The network socket. Nothing is sent through it.
    NETWORK
  }
}
