package lenswacht.observation;

import java.time.Duration;
import lenswacht.observation.JournalEvent.Phase;

/// How long a scan run will still take, as a range and never as a promise. Before anything is
/// known of a phase the range is what such phases take at least and at most; once a phase is
/// under way, its own pace counts.
///
/// @param listen how long it listens
/// @param addresses number of addresses that it sweeps
/// @param packetsPerSecond how fast the mandate lets it go
/// @param hostsAtOnce number of hosts that are asked at the same time
public record Forecast(Duration listen, long addresses, int packetsPerSecond, int hostsAtOnce) {
  /// How long a run listens before it sends anything, outside practice buildings.
  public static final Duration LISTENING = Duration.ofSeconds(60);

  /// Number of hosts that a run asks at the same time.
  public static final int HOSTS_AT_ONCE = 64;

  private static final int FEWEST_PORTS = 6;
  private static final int MOST_PORTS = 32;
  private static final int ALL_PORTS_UP_TO = 1024;

  /// Connections that a sweep without raw sockets begins in a second where nobody answers.
  private static final double SLOWEST = 340;

  private static final double FEWEST_HOSTS = 0.02;
  private static final double MOST_HOSTS = 0.5;
  private static final double ASK_AT_LEAST = 0.5;
  private static final double ASK_AT_MOST = 18;
  private static final double FOLLOW_AT_LEAST = 0.2;
  private static final double FOLLOW_AT_MOST = 12;

  /// Before so much of a phase is done its pace says nothing.
  private static final double TELLING = 0.02;

  private static final double FASTER = 0.7;
  private static final double SLOWER = 1.6;

  /// A time between these two.
  public record Range(Duration atLeast, Duration atMost) {
    /// No time at all.
    public static final Range NONE = new Range(Duration.ZERO, Duration.ZERO);

    private static Range ofSeconds(double atLeast, double atMost) {
      return new Range(
          Duration.ofMillis(Math.round(atLeast * 1000)),
          Duration.ofMillis(Math.round(Math.max(atLeast, atMost) * 1000)));
    }

    Range plus(Range other) {
      return new Range(atLeast.plus(other.atLeast), atMost.plus(other.atMost));
    }
  }

  /// How long a run under `mandate` takes, before anything is known of the network.
  public static Range of(Mandate mandate) {
    if (mandate.intrusiveness() == Intrusiveness.LISTEN) {
      return new Range(LISTENING, LISTENING);
    }
    return new Forecast(
            LISTENING, mandate.scope().size(), mandate.packetsPerSecond(), HOSTS_AT_ONCE)
        .remaining(Phase.LISTEN, 0, Duration.ZERO, -1);
  }

  /// What is left of the whole run.
  ///
  /// @param phase the phase under way
  /// @param done share of it that is done, 0 to 1
  /// @param passed for how long it has been under way
  /// @param hosts number of hosts that are to be asked, as far as known; negative where not
  public Range remaining(Phase phase, double done, Duration passed, long hosts) {
    Range left = Range.NONE;
    for (Phase one : Phase.values()) {
      if (one.compareTo(phase) > 0) {
        left = left.plus(whole(one, hosts));
      } else if (one == phase) {
        left = left.plus(rest(one, done, passed, hosts));
      }
    }
    return left;
  }

  private Range rest(Phase phase, double done, Duration passed, long hosts) {
    double seconds = passed.toMillis() / 1000.0;
    if (phase == Phase.LISTEN) {
      double left = Math.max(0, listen.toMillis() / 1000.0 - seconds);
      return Range.ofSeconds(left, left);
    }
    Range before = whole(phase, hosts);
    if (done < TELLING) {
      double atMost = before.atMost.toMillis() / 1000.0;
      return Range.ofSeconds(
          Math.max(0, before.atLeast.toMillis() / 1000.0 - seconds), Math.max(atMost, seconds));
    }
    double left = seconds * (1 - done) / done;
    return Range.ofSeconds(left * FASTER, left * SLOWER);
  }

  private Range whole(Phase phase, long hosts) {
    return switch (phase) {
      case LISTEN -> Range.ofSeconds(listen.toMillis() / 1000.0, listen.toMillis() / 1000.0);
      case SWEEP -> {
        int most = addresses <= ALL_PORTS_UP_TO ? MOST_PORTS : FEWEST_PORTS * 2;
        yield Range.ofSeconds(
            (double) addresses * FEWEST_PORTS / packetsPerSecond,
            (double) addresses * most / Math.min(packetsPerSecond, SLOWEST));
      }
      case ASK -> asking(hosts, ASK_AT_LEAST, ASK_AT_MOST);
      case FOLLOW_UP -> asking(hosts, FOLLOW_AT_LEAST, FOLLOW_AT_MOST);
      case IDENTIFY, FINISH -> Range.NONE;
    };
  }

  private Range asking(long hosts, double atLeast, double atMost) {
    double fewest = hosts >= 0 ? hosts : addresses * FEWEST_HOSTS;
    double most = hosts >= 0 ? hosts : Math.max(1, addresses * MOST_HOSTS);
    return Range.ofSeconds(
        Math.ceil(fewest / hostsAtOnce) * atLeast, Math.ceil(most / hostsAtOnce) * atMost);
  }
}
