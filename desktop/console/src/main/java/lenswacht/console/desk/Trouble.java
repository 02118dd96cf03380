package lenswacht.console.desk;

import lenswacht.console.text.Phrase;

/// Something went wrong, told to a person.
///
/// @param what happened
/// @param next what to do now
public record Trouble(Phrase what, Phrase next) {}
