package lenswacht.agent.panel;

/// A key and how it was pressed.
///
/// @param name which key
/// @param press how
public record Key(Name name, Press press) {
  /// The left key, pressed shortly.
  public static final Key LEFT = new Key(Name.L, Press.SHORT);

  /// The middle key.
  public static final Key MIDDLE = new Key(Name.M, Press.SHORT);

  /// The right key, pressed shortly.
  public static final Key RIGHT = new Key(Name.R, Press.SHORT);

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

  /// Whether the key was held.
  public boolean isHeld() {
    return press == Press.HELD;
  }
}
