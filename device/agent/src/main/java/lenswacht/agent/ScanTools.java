package lenswacht.agent;

import java.time.Duration;
import java.time.InstantSource;
import lenswacht.fingerprint.Identifier;
import lenswacht.probe.net.NetworkDoor;

/// What a scan run works with.
///
/// @param door the one way to the network, held to the mandate
/// @param wholeMandate whether the door is open to all that the mandate allows, not to a part of it
/// @param identifier says what sightings mean, to know what to ask next
/// @param clock time of day
/// @param listenFor how long to listen before anything is sent
/// @param device id of this device
/// @param program name and version of this program
record ScanTools(
    NetworkDoor door,
    boolean wholeMandate,
    Identifier identifier,
    InstantSource clock,
    Duration listenFor,
    String device,
    String program) {}
