package lenswacht.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import lenswacht.agent.service.FilterGate;
import lenswacht.agent.service.Health;
import lenswacht.agent.service.Vitals;
import lenswacht.observation.BoxNote;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;

/// Keeps the box that the agent runs on: no run without the packet filter's rules, a run that a
/// power cut broke off taken up again, and an orderly end when battery or storage run out.
final class BoxKeeper {
  private static final Duration LAST_MOMENT = Duration.ofSeconds(5);

  private final FilterGate gate;
  private final ScanDesk desk;
  private final PanelDesk panel;
  private final Journal journal;
  private final Runnable end;
  private final Health health = new Health();
  private volatile boolean isOff;

  /// @param end ends this program
  /// @throws IOException if the folder in which agent and packet filter meet cannot be read
  BoxKeeper(FilterGate gate, ScanDesk desk, PanelDesk panel, Journal journal, Runnable end)
      throws IOException {
    this.gate = gate;
    this.desk = desk;
    this.panel = panel;
    this.journal = journal;
    this.end = end;
    desk.behind(gate, health);
  }

  /// Puts what befell the box into the journal. Without a console that could read it, it is said on
  /// the error stream alone.
  static void note(Journal journal, BoxNote note) {
    System.err.println("lenswacht agent: " + note);
    if (journal.hasReaders()) {
      journal.append(new JournalEvent.BoxNoted(note));
      journal.sync();
    }
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

  /// Does what the box needs, and says so.
  void heed(Vitals vitals) {
    for (BoxNote note : health.look(vitals)) {
      switch (note) {
        case BoxNote.Battery(int _, BoxNote.Step step) -> heed(step, note);
        case BoxNote.Heat(int _, BoxNote.Step step) -> heed(step, note);
        case BoxNote.Storage(long _, boolean isReadOnly, BoxNote.Step step) -> {
          if (step == BoxNote.Step.STOPPED) {
            panel.fault("LW-217");
          }
          if (isReadOnly) {
            desk.breakOff();
            System.err.println("lenswacht agent: nothing can be written any more: " + note);
          } else {
            heed(step, note);
          }
        }
        case BoxNote.Wear _,
            BoxNote.ProgramChanged _,
            BoxNote.ProgramFellBack _,
            BoxNote.KnowledgeUsed _,
            BoxNote.KnowledgeNotUsed _ ->
            note(journal, note);
      }
    }
  }

  private void heed(BoxNote.Step step, BoxNote note) {
    note(journal, note);
    switch (step) {
      case TOLD -> {}
      case OVER, PAUSED -> desk.hold(health.isHot());
      case ROUNDED_OFF -> desk.roundOff();
      case STOPPED -> desk.breakOff();
      case SWITCHED_OFF -> switchOff();
    }
  }

  /// Ends the run and the program; the box is switched off once the journal is closed.
  void switchOff() {
    isOff = true;
    desk.breakOff();
    try {
      desk.awaitEnd(LAST_MOMENT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    end.run();
  }

  /// Asks for the box to be switched off, where that is what the program ended for. The journal is
  /// closed by then.
  void farewell() throws IOException {
    if (isOff) {
      gate.powerOff();
    }
  }
}
