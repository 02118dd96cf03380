package lenswacht.simulator;

/// A value an SNMP agent gives.
sealed interface SnmpValue {
  /// A text, sent as UTF-8.
  record Text(String text) implements SnmpValue {}

  /// A name of something, such as the kind of product.
  record Name(ObjectIdentifier name) implements SnmpValue {}

  /// Hundredths of a second.
  record Ticks(long hundredths) implements SnmpValue {}
}
