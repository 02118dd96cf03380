package lenswacht.casefile.log;

/// A line that could not be read.
///
/// @param line its number, from 1
/// @param reason what is wrong with it, as a sentence in English
public record LogFault(long line, String reason) {}
