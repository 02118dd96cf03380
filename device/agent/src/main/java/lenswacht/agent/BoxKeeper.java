package lenswacht.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import lenswacht.agent.service.FilterGate;
import lenswacht.agent.service.Vitals;
import lenswacht.observation.Journal;

/// Keeps the box that the agent runs on: no run without the packet filter's rules, a run that a
/// power cut broke off taken up again, and an orderly end when battery or storage run out.
final class BoxKeeper {
  private static final Duration LAST_MOMENT = Duration.ofSeconds(5);

  private final FilterGate gate;
  private final ScanDesk desk;
  private final PanelDesk panel;
  private final Journal journal;

  BoxKeeper(FilterGate gate, ScanDesk desk, PanelDesk panel, Journal journal) {
    this.gate = gate;
    this.desk = desk;
    this.panel = panel;
    this.journal = journal;
    desk.behind(gate);
  }

  /// Goes on with the run that broke off, if there is one: under the mandate that it left with the
  /// packet filter, which is decided upon anew. The journal cannot be read here, and a power cut
  /// leaves no mandate behind: then the run goes on once the console orders it again.
  void takeUp() {
    try {
      gate.laid().ifPresent(desk::order);
    } catch (IOException failed) {
      throw new UncheckedIOException("the packet filter's folder cannot be read", failed);
    }
  }

  /// Does what the box needs.
  void heed(Vitals vitals) {
    switch (vitals.need()) {
      case NONE -> {}
      case COOLING -> System.err.println("lenswacht agent: the processor is hot: " + vitals);
      case ROOM -> {
        System.err.println("lenswacht agent: the storage is full, the run is ended: " + vitals);
        desk.stop();
        panel.fault("LW-217");
      }
      case POWER -> {
        System.err.println("lenswacht agent: the battery is empty, switching off: " + vitals);
        switchOff();
      }
    }
  }

  /// Ends the run, closes the journal and has the box switched off.
  void switchOff() {
    desk.stop();
    try {
      desk.awaitEnd(LAST_MOMENT);
      journal.sync();
      gate.powerOff();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      throw new UncheckedIOException("the box cannot be switched off", failed);
    }
  }
}
