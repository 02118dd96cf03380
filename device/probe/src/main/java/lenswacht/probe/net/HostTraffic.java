package lenswacht.probe.net;

/// What one host has had of us.
///
/// @param connections connections that it accepted, those of a sweep included
/// @param packets packets that were sent to it, as far as they are counted host by host: not those
///     of a sweep by first segments
public record HostTraffic(long connections, long packets) {}
