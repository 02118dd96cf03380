package lenswacht.link;

/// How far the copy of a journal is.
///
/// @param octets of the journal that are here, those of earlier copies included
/// @param journal what the device holds in all
public record CopyProgress(long octets, JournalState journal) {}
