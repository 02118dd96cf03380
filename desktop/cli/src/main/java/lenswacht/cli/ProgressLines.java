package lenswacht.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import lenswacht.link.Progress;

/// Prints progress, a line for each change that a person would notice.
final class ProgressLines implements Consumer<Progress> {
  private final PrintWriter err;
  private String last = "";

  ProgressLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void accept(Progress progress) {
    long percent = 100 * progress.done() / Math.max(1, progress.total());
    String line =
        String.format(
            Locale.ROOT,
            "scanning:    %-9s %3d %%  %d cameras, %d recorders, %d unknown, %d other%s",
            progress.phase().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            percent / 10 * 10,
            progress.cameras(),
            progress.recorders(),
            progress.unknown(),
            progress.others(),
            remaining(progress));
    String shape = line.replaceAll(", \\d+ to \\d+ s.*", "");
    if (!shape.equals(last)) {
      last = shape;
      err.println(line);
      err.flush();
    }
  }

  private static String remaining(Progress progress) {
    return progress.running() && progress.remainingAtMost().toSeconds() > 1
        ? ", "
            + progress.remainingAtLeast().toSeconds()
            + " to "
            + progress.remainingAtMost().toSeconds()
            + " s to go in this phase"
        : "";
  }
}
