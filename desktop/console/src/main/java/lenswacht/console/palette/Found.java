package lenswacht.console.palette;

import lenswacht.console.text.Phrase;

/// Something that can be gone to or done.
///
/// @param kind what sort of thing: a screen, a command, an asset, a word
/// @param words as it is shown
/// @param also further words by which it is found
/// @param run goes there, or does it
public record Found(Phrase kind, Phrase words, String also, Runnable run) {}
