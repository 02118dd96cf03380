package lenswacht.product;

/// What is asked of the supplier of a product, where neither the list nor the edition says it.
public enum SupplierQuestion {
  /// Who makes it, whatever stands on the label.
  MAKER,
  /// Where the maker and those who own it have their seat, and what share a state holds.
  OWNER,
  /// The exact model number.
  MODEL,
  /// The firmware version that is delivered.
  FIRMWARE,
  /// Whether the vulnerabilities that could cover it do.
  ADVISORIES,
  /// Until when fixes are made.
  SUPPORT,
  /// Whether every remote function can be switched off, and how that is shown.
  REMOTE,
  /// How updates come, and whether they can be tested first.
  UPDATES,
  /// Whether it tells faces or traits of people apart, and whether that can be switched off.
  FACES,
  /// Which firms made its main parts and its software.
  CHAIN
}
