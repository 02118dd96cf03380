package lenswacht.report;

/// One numbered chapter of a report.
///
/// @param id names it within the document
/// @param title as printed and as bookmarked
/// @param contents what stands below the title
record Section(String id, String title, Html contents) {}
