package lenswacht.assessment;

/// What an intruder could do with it, in rising order.
public enum Severity {
  /// Nothing by itself; worth knowing.
  INFO,
  /// Learn something on the equipment.
  LOW,
  /// Overhear or hinder someone who is already inside.
  MEDIUM,
  /// See pictures or change settings with some effort.
  HIGH,
  /// See pictures or take over the equipment at once.
  CRITICAL
}
