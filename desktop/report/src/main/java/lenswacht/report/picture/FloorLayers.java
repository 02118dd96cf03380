package lenswacht.report.picture;

/// What a floor plan shows.
///
/// @param espionage the level on that axis
/// @param privacy the level on that axis
/// @param seen what was seen while walking round
/// @param views what cameras look at
/// @param numbers by which they stand in the list
public record FloorLayers(
    boolean espionage, boolean privacy, boolean seen, boolean views, boolean numbers) {
  /// Everything.
  public static final FloorLayers ALL = new FloorLayers(true, true, true, true, true);
}
