package lenswacht.probe.net;

/// How fast a sweep goes: never above the mandate's limit, and slower where answers get lost.
///
/// Loss is seen on hosts that refuse what they do not accept: each of them answers every question,
/// so a missing answer is a lost one. Windows of time are compared, the last complete one at a
/// time.
final class SweepPace {
  private static final double SECOND = 1e9;
  private static final double BEGIN = 60_000;
  private static final double FLOOR_SHARE = 16;
  private static final int TELLING = 50;
  private static final double MUCH_LOSS = 0.10;
  private static final double LITTLE_LOSS = 0.05;
  private static final double SLOWER = 0.6;
  private static final double FASTER = 1.25;
  private static final double BURST_SECONDS = 0.02;
  private static final long WINDOW = 100_000_000L;

  private final TokenBucket mandate;
  private final double limit;
  private double rate;
  private double credit = RawSocket.BATCH;
  private long last = System.nanoTime();
  private long windowBegan = last;
  private int window;

  /// @param mandate lets through what the mandate allows
  /// @param limit packets per second that the mandate allows
  SweepPace(TokenBucket mandate, int limit) {
    this.mandate = mandate;
    this.limit = limit;
    this.rate = Math.min(limit, BEGIN);
  }

  /// The window that questions asked now belong to.
  int window() {
    return window;
  }

  /// Packets per second at this moment.
  double rate() {
    return rate;
  }

  /// How many of `most` packets may leave now.
  int take(int most) {
    long now = System.nanoTime();
    double room = rate * BURST_SECONDS + RawSocket.BATCH;
    credit = Math.min(room, credit + (now - last) * rate / SECOND);
    last = now;
    int allowed = Math.min(most, (int) credit);
    int taken = allowed == 0 ? 0 : mandate.tryTake(allowed);
    credit -= taken;
    return taken;
  }

  /// Looks at the last complete window, when another one is over, and adapts the rate.
  void follow(SweepBoard board) {
    long now = System.nanoTime();
    if (now - windowBegan < Math.max(WINDOW, board.quiet() / 2)) {
      return;
    }
    int before = (window + SweepBoard.WINDOWS - 1) % SweepBoard.WINDOWS;
    adapt(board.expected(before), board.heard(before));
    window = (window + 1) % SweepBoard.WINDOWS;
    windowBegan = now;
    board.forget(window);
  }

  /// Adapts the rate to `heard` answers of `expected`.
  void adapt(int expected, int heard) {
    double loss = expected < TELLING ? 0 : 1 - (double) heard / expected;
    if (loss > MUCH_LOSS) {
      rate = Math.max(limit / FLOOR_SHARE, rate * SLOWER);
    } else if (loss < LITTLE_LOSS) {
      rate = Math.min(limit, rate * FASTER);
    }
  }
}
