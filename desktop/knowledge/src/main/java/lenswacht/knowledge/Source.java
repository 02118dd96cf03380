package lenswacht.knowledge;

/// A text that rules rest on.
///
/// @param id short name used in references
/// @param title as printed
/// @param date day or year of the text, ISO 8601
/// @param status how well it was read: `read`, `secondary` or `recalled`
/// @param place where it is kept or published
public record Source(String id, String title, String date, String status, String place) {}
