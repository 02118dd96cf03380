package lenswacht.product;

/// What a column of a list of products holds.
public enum ListColumn {
  /// The name on the label.
  BRAND,
  /// The model number.
  MODEL,
  /// The firmware version.
  FIRMWARE,
  /// Brand and model in running words.
  DESCRIPTION,
  /// How many of them.
  NUMBER,
  /// Where they hang or will hang.
  PLACE
}
