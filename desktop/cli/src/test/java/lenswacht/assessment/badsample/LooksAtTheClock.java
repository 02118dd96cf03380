package lenswacht.assessment.badsample;

import java.time.LocalDate;

/// Judging that depends on the day it is done.
public final class LooksAtTheClock {
  /// Today, which differs tomorrow.
  public LocalDate today() {
    return LocalDate.now();
  }
}
