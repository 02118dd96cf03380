package lenswacht.assessment;

import java.util.Optional;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.observation.MacAddress;

/// An asset that is not rated: it is known to be something else, or nothing about it points to
/// pictures. Not rated is not the same as harmless.
///
/// @param address names the asset within a case: its IP address as text, with a port or another
///     address behind it where several assets share that one
/// @param trace where it was met and why that is one asset
/// @param mac hardware address if seen
/// @param identification who it is and how we know
public record OtherAsset(
    String address, Trace trace, Optional<MacAddress> mac, Identification identification) {}
