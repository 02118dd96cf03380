package lenswacht.agent.panel;

/// A key and how it was pressed.
///
/// @param name which key
/// @param press how
public record Key(Name name, Press press) {
  /// The keys from left to right.
  public enum Name {
    /// Back and stop; held for one second it is the emergency stop.
    L,
    /// Next. Holding it has no meaning.
    M,
    /// Yes and start; held for two seconds it confirms what transmits, deletes or ends.
    R
  }

  /// How long a key was down.
  public enum Press {
    /// Released before the key's hold time.
    SHORT,
    /// Reported when the hold time is reached, while the key is still down.
    HELD
  }

  /// Whether this is the emergency stop.
  public boolean isEmergencyStop() {
    return name == Name.L && press == Press.HELD;
  }

  /// Whether this confirms what transmits, deletes or ends.
  public boolean isConfirmation() {
    return name == Name.R && press == Press.HELD;
  }
}
