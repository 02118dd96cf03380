package lenswacht.report.plan;

import java.io.IOException;
import java.time.Duration;
import lenswacht.report.plan.PlanException.Reason;

/// How much drawing a page may take: steps, time, and pixels of the pictures on it.
final class PageLimits {
  private static final long MOST_STEPS = 20_000_000;
  private static final long LONGEST = Duration.ofSeconds(40).toNanos();
  private static final long MOST_PIXELS = 60_000_000L;
  private static final int LOOK_EVERY = 64;

  private long steps;
  private long began;

  /// A page goes beyond a limit.
  static final class ExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient PlanException plan;

    ExceededException(PlanException plan) {
      super(plan);
      this.plan = plan;
    }

    PlanException plan() {
      return plan;
    }
  }

  /// A page begins.
  void begin() {
    steps = 0;
    began = System.nanoTime();
  }

  /// One more step.
  void step() throws ExceededException {
    steps++;
    if (steps > MOST_STEPS || (steps % LOOK_EVERY == 0 && System.nanoTime() - began > LONGEST)) {
      throw new ExceededException(
          new PlanException(
              Reason.TOO_SLOW,
              "a page of this PDF file is too full to be drawn; save it as a picture"));
    }
  }

  /// A picture of this size.
  void picture(long width, long height) throws ExceededException {
    step();
    if (width <= 0
        || height <= 0
        || width > 60_000
        || height > 60_000
        || width * height > MOST_PIXELS) {
      throw new ExceededException(
          new PlanException(
              Reason.TOO_LARGE,
              "a picture in this PDF file has %d by %d pixels".formatted(width, height)));
    }
  }
}
