package lenswacht.assessment;

import java.util.Optional;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.MacAddress;

/// An asset that is not rated: it is known to be something else, or nothing about it points to
/// pictures. Not rated is not the same as harmless.
///
/// @param address IP address as text; names the asset within a case
/// @param mac hardware address if seen
/// @param identification who it is and how we know
public record OtherAsset(String address, Optional<MacAddress> mac, Identification identification) {}
