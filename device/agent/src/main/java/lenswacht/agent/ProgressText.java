package lenswacht.agent;

import java.time.Duration;
import java.util.Locale;
import lenswacht.link.Progress;

/// Progress as one line for a terminal.
final class ProgressText {
  private ProgressText() {}

  /// For example `ask 12/64, 11 cameras, 2 recorders, 4 unknown, 5 other, 9 to 13 s to go`.
  static String of(Progress progress) {
    String phase = progress.phase().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String rest =
        !progress.running()
            ? ""
            : ", "
                + seconds(progress.remainingAtLeast())
                + " to "
                + seconds(progress.remainingAtMost())
                + " s to go";
    return phase
        + " "
        + progress.done()
        + "/"
        + progress.total()
        + ", "
        + progress.cameras()
        + " cameras, "
        + progress.recorders()
        + " recorders, "
        + progress.unknown()
        + " unknown, "
        + progress.others()
        + " other"
        + rest;
  }

  private static long seconds(Duration duration) {
    return duration.toSeconds();
  }
}
