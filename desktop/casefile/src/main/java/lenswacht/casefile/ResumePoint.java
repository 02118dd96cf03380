package lenswacht.casefile;

import lenswacht.observation.Bytes;

/// Up to where a device's journal is in the case file.
///
/// @param octets length of the lines that are there, line feeds included
/// @param lines number of lines that are there
/// @param lastHash hash of the last of them, 32 octets
public record ResumePoint(long octets, long lines, Bytes lastHash) {}
