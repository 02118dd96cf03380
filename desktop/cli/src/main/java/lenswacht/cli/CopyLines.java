package lenswacht.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import lenswacht.link.CopyProgress;
import lenswacht.link.JournalState;

/// Says on lines of text how far the copy of a journal is: at the end, and every second before.
final class CopyLines implements Consumer<CopyProgress> {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final PrintWriter err;
  private long saidAt = System.nanoTime();

  CopyLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void accept(CopyProgress progress) {
    JournalState journal = progress.journal();
    long now = System.nanoTime();
    if (progress.octets() >= journal.octets() || now - saidAt >= PAUSE.toNanos()) {
      saidAt = now;
      err.println(line(progress));
      err.flush();
    }
  }

  /// How many octets are here, and what the device's journal holds in all.
  static String line(CopyProgress progress) {
    JournalState journal = progress.journal();
    String octets =
        String.format(
            Locale.ROOT,
            "journal: %,d of %,d octets (%d %%)",
            progress.octets(),
            journal.octets(),
            journal.octets() == 0 ? 100 : 100 * progress.octets() / journal.octets());
    String records =
        journal.records() == 0
            ? ""
            : String.format(Locale.ROOT, ", of %,d records", journal.records());
    String times =
        journal.first().isPresent() && journal.last().isPresent()
            ? " from " + journal.first().get() + " to " + journal.last().get()
            : "";
    return octets + records + times;
  }
}
