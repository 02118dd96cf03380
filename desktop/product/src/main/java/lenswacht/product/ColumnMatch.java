package lenswacht.product;

/// A column of a list and what it probably holds.
///
/// @param index the column, counted from 0
/// @param heading the text above it; may be empty
/// @param column what it holds
/// @param percent how sure that is, 0 to 100
/// @param byHeading how much of that the heading says, 0 to 100
/// @param byContents share of its cells that read like it, 0 to 100
public record ColumnMatch(
    int index, String heading, ListColumn column, int percent, int byHeading, int byContents) {}
