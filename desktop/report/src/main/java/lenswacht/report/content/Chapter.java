package lenswacht.report.content;

/// One numbered chapter of a document.
///
/// @param id names it within the document
/// @param title as printed and as bookmarked
/// @param contents what stands below the title
public record Chapter(String id, String title, Content contents) {}
