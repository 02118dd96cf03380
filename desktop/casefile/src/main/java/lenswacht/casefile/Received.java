package lenswacht.casefile;

/// What a case file took in from one journal.
///
/// @param newLines lines that were not there before
/// @param totalLines lines of this journal that are there now
/// @param observations observations in the new lines
/// @param tornTail octets behind the last signature, or behind the last whole line of a journal in
///     the clear, which were not taken; 0 for a journal that was closed in order
public record Received(long newLines, long totalLines, int observations, long tornTail) {}
