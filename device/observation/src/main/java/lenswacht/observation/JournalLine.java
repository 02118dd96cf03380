package lenswacht.observation;

import java.time.Instant;

/// One line of a journal.
///
/// @param sequence 1, 2, 3 ... without gaps
/// @param at when it was written
/// @param clock how far `at` can be trusted
/// @param event what happened
public record JournalLine(long sequence, Instant at, ClockTrust clock, JournalEvent event) {}
