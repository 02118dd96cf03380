package lenswacht.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import lenswacht.agent.service.FilterGate;
import lenswacht.agent.service.Vitals;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalReader;
import lenswacht.observation.SignedMandate;

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

  /// Goes on with the run that broke off, if there is one: under its own mandate, which is decided
  /// upon anew. Without one nothing may be left open from before.
  void takeUp() {
    Optional<SignedMandate> brokenOff = brokenOff(journal.folder());
    if (brokenOff.isPresent()) {
      desk.order(brokenOff.get());
    } else {
      try {
        gate.close();
      } catch (IOException failed) {
        throw new UncheckedIOException("the packet filter's folder cannot be changed", failed);
      }
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
        end();
      }
    }
  }

  private void end() {
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

  /// The mandate of the journal's last run, where that run never ended.
  static Optional<SignedMandate> brokenOff(Path folder) {
    Optional<SignedMandate> running = Optional.empty();
    try (JournalReader reader = JournalReader.in(folder)) {
      for (Optional<JournalLine> line = reader.next(); line.isPresent(); line = reader.next()) {
        if (line.get().event() instanceof JournalEvent.RunStarted started) {
          running = Optional.of(started.mandate());
        } else if (line.get().event() instanceof JournalEvent.RunEnded) {
          running = Optional.empty();
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("the journal cannot be read", failed);
    } catch (BrokenJournalException changed) {
      throw new IllegalStateException("the journal was good a moment ago", changed);
    }
    return running;
  }
}
