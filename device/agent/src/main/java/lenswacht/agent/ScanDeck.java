package lenswacht.agent;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.link.Progress;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Journal;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.Whereabouts;
import lenswacht.probe.net.DoorLimits;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;

/// Puts together what one scan run needs, once its mandate has been granted.
///
/// @param mandate what was granted, narrowed to what is wanted
/// @param tools door, ports, catalogue and clock
record ScanDeck(Mandate mandate, ScanTools tools) implements AutoCloseable {
  /// How long to listen in a building, where nobody says otherwise.
  private static final Duration LISTEN_FOR = Duration.ofSeconds(60);

  /// The same for a practice building, where nobody speaks by himself.
  private static final Duration PRACTICE_LISTEN_FOR = Duration.ofSeconds(2);

  /// For a scan from this computer.
  ///
  /// @param granted the mandate, already decided upon
  /// @param narrowed ranges inside the mandate to keep to; empty for all of it
  /// @param lowPortsAt what is added to ports below 1024, 0 outside practice buildings
  /// @param listenFor how long to listen first; empty for the usual time
  static ScanDeck here(
      Mandate granted,
      Optional<List<AddressRange>> narrowed,
      int lowPortsAt,
      Optional<Duration> listenFor,
      InstantSource clock) {
    Mandate mandate = narrowed.map(ranges -> narrow(granted, ranges)).orElse(granted);
    PortPlan ports = lowPortsAt == 0 ? PortPlan.standard() : PortPlan.lowPortsAt(lowPortsAt);
    DoorLimits limits =
        mandate.scope().isLoopback() ? DoorLimits.practice() : DoorLimits.standard();
    NetworkDoor door = new NetworkDoor(mandate, ports, clock, limits);
    return new ScanDeck(
        mandate,
        new ScanTools(
            door,
            narrowed.isEmpty(),
            new Identifier(Catalogue.bundled()),
            clock,
            listenFor.orElse(mandate.scope().isLoopback() ? PRACTICE_LISTEN_FOR : LISTEN_FOR),
            DeviceName.ofThisComputer(),
            ProgramVersion.text()));
  }

  /// A run that is ready to go.
  ///
  /// @param here told where the device stands, before anything is sent
  ScanRun prepare(
      SignedMandate signed,
      Journal journal,
      Consumer<Progress> listener,
      Consumer<Whereabouts> here) {
    return new ScanRun(
        UUID.randomUUID().toString(), signed, mandate, tools, journal, listener, here);
  }

  /// Closes the door.
  @Override
  public void close() {
    tools.door().close();
  }

  private static Mandate narrow(Mandate granted, List<AddressRange> ranges) {
    return new Mandate(
        granted.id(),
        granted.site(),
        granted.issuedBy(),
        new ScanScope(ranges, granted.scope().exclusions()),
        granted.from(),
        granted.until(),
        granted.intrusiveness(),
        granted.packetsPerSecond(),
        granted.anonymousReads(),
        granted.snmpCommunities());
  }
}
