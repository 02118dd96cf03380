package lenswacht.casefile;

import lenswacht.casefile.outside.OutsideFact;

/// A fact that somebody else saw from outside.
///
/// @param document name of the file that it came in
/// @param fact what it says; words in it that may be serial numbers are hashes
public record KeptOutside(String document, OutsideFact fact) {}
