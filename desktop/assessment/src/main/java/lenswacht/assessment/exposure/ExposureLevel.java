package lenswacht.assessment.exposure;

/// From where an asset can be reached, as far as it was shown. Each level takes in those before it.
public enum ExposureLevel {
  /// It was shown that nothing outside its own zone reaches it and that it reaches nothing.
  ISOLATED,
  /// Something outside its own zone reaches it, within the building.
  BUILDING,
  /// It keeps a way to a party outside by which it can be reached.
  VENDOR_RELAY,
  /// Whoever is on the internet reaches it.
  INTERNET,
  /// Nothing of this was shown. Never to be read as isolated.
  NOT_DETERMINED
}
