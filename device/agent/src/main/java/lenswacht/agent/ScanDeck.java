package lenswacht.agent;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.link.Progress;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Forecast;
import lenswacht.observation.Journal;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.Whereabouts;
import lenswacht.probe.net.DoorLimits;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;

/// Puts together what one scan run needs, once its mandate has been granted.
///
/// @param granted what was granted
/// @param mandate the same, narrowed to what is wanted
/// @param level how much is asked
/// @param tools door, ports, catalogue and clock
/// @param spot the socket the device is plugged into, as the person there calls it
record ScanDeck(
    Mandate granted, Mandate mandate, ScanLevel level, ScanTools tools, Optional<String> spot)
    implements AutoCloseable {
  /// How long to listen in a practice building, where nobody speaks by himself.
  private static final Duration PRACTICE_LISTEN_FOR = Duration.ofSeconds(2);

  /// For a scan from this computer.
  ///
  /// @param granted the mandate, already decided upon
  /// @param level how much to ask; a mandate to listen only makes it less
  /// @param narrowed ranges inside the mandate to keep to; empty for all of it
  /// @param lowPortsAt what is added to ports below 1024, 0 outside practice buildings
  /// @param listenFor how long to listen first; empty for the usual time
  /// @param catalogue what is known of assets
  static ScanDeck here(
      Mandate granted,
      ScanLevel level,
      Optional<List<AddressRange>> narrowed,
      int lowPortsAt,
      Optional<Duration> listenFor,
      InstantSource clock,
      Catalogue catalogue) {
    Mandate mandate = narrowed.map(ranges -> narrow(granted, ranges)).orElse(granted);
    PortPlan ports = lowPortsAt == 0 ? PortPlan.standard() : PortPlan.lowPortsAt(lowPortsAt);
    DoorLimits limits =
        mandate.scope().isLoopback() ? DoorLimits.practice() : DoorLimits.standard();
    NetworkDoor door = new NetworkDoor(mandate, ports, clock, limits);
    return new ScanDeck(
        granted,
        mandate,
        LevelTable.row(level, granted.intrusiveness()).level(),
        new ScanTools(
            door,
            narrowed.isEmpty(),
            new Identifier(catalogue),
            clock,
            listenFor.orElse(
                mandate.scope().isLoopback() ? PRACTICE_LISTEN_FOR : Forecast.LISTENING),
            DeviceName.ofThisComputer(),
            ProgramVersion.text()),
        Optional.empty());
  }

  /// The same at the socket that the person there calls `name`.
  ScanDeck at(Optional<String> name) {
    return new ScanDeck(granted, mandate, level, tools, name);
  }

  /// A run that is ready to go, or to go on.
  ///
  /// @param here told where the device stands, before anything is sent
  /// @throws IOException if the notes beside the journal cannot be read
  ScanRun prepare(
      SignedMandate signed,
      RunPlan.TakeUp takeUp,
      Journal journal,
      Consumer<Progress> listener,
      Consumer<Whereabouts> here)
      throws IOException {
    RunPlan plan = new RunPlan(level, mandate.scope().ranges(), spot, takeUp);
    RunNotes notes = RunNotes.open(journal.folder(), signed);
    EarlierRuns earlier = EarlierRuns.in(journal, notes, granted, tools.identifier());
    RunStart start =
        earlier
            .unfinished(plan, tools.clock().instant())
            .map(unfinished -> RunStart.from(unfinished, signed, plan, earlier.known()))
            .orElseGet(() -> RunStart.fresh(signed, plan, tools.identifier(), earlier.known()));
    return new ScanRun(
        start,
        tools,
        new RunJournal(journal, notes, earlier.tally(), tools.clock()),
        listener,
        here);
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
        granted.snmpCommunities(),
        granted.serialsInClear(),
        granted.faceCallers(),
        granted.wayOut(),
        granted.witness());
  }
}
