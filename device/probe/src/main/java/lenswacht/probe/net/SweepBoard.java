package lenswacht.probe.net;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/// What a sweep has heard so far: one bit per host and port. One thread writes down answers,
// another
/// asks and reads; a bit that is seen late costs one packet more.
final class SweepBoard {
  /// Number of windows in which losses are counted.
  static final int WINDOWS = 4;

  private static final long SHORTEST_QUIET = 25_000_000L;
  private static final long LONGEST_QUIET = 1_000_000_000L;
  private static final int MARGIN_MICROS = 10_000;

  /// From here on an answer may be the other side's second one, of which nothing is learned.
  private static final int SECOND_ANSWER_MICROS = 900_000;

  private static final int DROPPED_FROM = 20;
  private static final int DROPPED_SHARE = 50;

  private final int hosts;
  private final int ports;
  private final AtomicLongArray answered;
  private final AtomicLongArray alive;
  private final AtomicLongArray refusing;
  private final Queue<Integer> opened = new ConcurrentLinkedQueue<>();
  private final byte[] windows;
  private final int[] firstAsked;
  private final int[][] expected;
  private final int[] expectedOn;
  private final AtomicIntegerArray heardOn;
  private final AtomicIntegerArray heard = new AtomicIntegerArray(WINDOWS);
  private volatile long answers;
  private volatile long living;
  private volatile long lastNews = System.nanoTime();
  private volatile float roundTrip = -1;
  private volatile float variation;

  SweepBoard(int hosts, int ports) {
    this.hosts = hosts;
    this.ports = ports;
    this.answered = new AtomicLongArray(words((long) hosts * ports));
    this.alive = new AtomicLongArray(words(hosts));
    this.refusing = new AtomicLongArray(words(hosts));
    this.expected = new int[WINDOWS][ports];
    this.expectedOn = new int[ports];
    this.heardOn = new AtomicIntegerArray(ports);
    this.windows = new byte[hosts];
    this.firstAsked = new int[hosts];
  }

  boolean isAnswered(int host, int port) {
    return has(answered, port * (long) hosts + host);
  }

  /// Whether the host answered anything.
  boolean isAlive(int host) {
    return has(alive, host);
  }

  long answers() {
    return answers;
  }

  long living() {
    return living;
  }

  /// An open port nobody has been told of, as `port * hosts + host`; null when there is none.
  Queue<Integer> opened() {
    return opened;
  }

  /// Whether every question is answered.
  boolean isFull() {
    return answers == (long) hosts * ports;
  }

  BitSet answering() {
    BitSet all = new BitSet(hosts);
    for (int host = 0; host < hosts; host++) {
      all.set(host, isAlive(host));
    }
    return all;
  }

  /// Notes that `host` is asked for the first time.
  void askedFirst(int host) {
    firstAsked[host] = micros();
  }

  /// Notes in which window a host is asked that refuses what it does not accept: its answer is
  /// expected.
  void askedIn(int window, int host, int port) {
    if (has(refusing, host)) {
      windows[host] = (byte) window;
      expected[window][port]++;
      expectedOn[port]++;
    }
  }

  void forget(int window) {
    Arrays.fill(expected[window], 0);
    heard.set(window, 0);
  }

  /// Answers that were expected in `window`. A port on which next to nobody answers is dropped by
  /// something on the way: nothing is expected there.
  int expected(int window) {
    int sum = 0;
    for (int port = 0; port < ports; port++) {
      boolean isDropped =
          expectedOn[port] >= DROPPED_FROM && heardOn.get(port) * DROPPED_SHARE < expectedOn[port];
      sum += isDropped ? 0 : expected[window][port];
    }
    return sum;
  }

  int heard(int window) {
    return heard.get(window);
  }

  /// Writes down an answer. For the one thread that hears them.
  ///
  /// @param first whether `port` is the one that every host is asked first, and once so far
  /// @return whether it is news
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others read
  boolean answer(int host, int port, boolean accepted, boolean first) {
    long place = port * (long) hosts + host;
    if (has(answered, place)) {
      return false;
    }
    if (has(refusing, host)) {
      heard.incrementAndGet(windows[host]);
      heardOn.incrementAndGet(port);
    }
    set(answered, place);
    if (!isAlive(host)) {
      set(alive, host);
      living++;
    }
    if (accepted) {
      opened.add((int) place);
    } else {
      set(refusing, host);
    }
    if (first) {
      sample(micros() - firstAsked[host]);
    }
    answers++;
    lastNews = System.nanoTime();
    return true;
  }

  /// How long nothing must have come before nothing more is to be expected, in nanoseconds.
  long quiet() {
    if (roundTrip < 0) {
      return LONGEST_QUIET;
    }
    long nanos = (long) (roundTrip + 4 * variation + MARGIN_MICROS) * 1000;
    return Math.clamp(nanos, SHORTEST_QUIET, LONGEST_QUIET);
  }

  long lastNews() {
    return lastNews;
  }

  /// Round trip and its variation, smoothed as in RFC 6298. A system that hears nothing repeats its
  /// answer after a second.
  private void sample(int micros) {
    if (micros >= SECOND_ANSWER_MICROS) {
      return;
    }
    if (roundTrip < 0) {
      variation = micros / 2f;
      roundTrip = micros;
    } else {
      variation = 0.75f * variation + 0.25f * Math.abs(roundTrip - micros);
      roundTrip = 0.875f * roundTrip + 0.125f * micros;
    }
  }

  private static int micros() {
    return (int) (System.nanoTime() / 1000);
  }

  private static int words(long bits) {
    return Math.toIntExact((bits + Long.SIZE - 1) / Long.SIZE);
  }

  private static boolean has(AtomicLongArray bits, long at) {
    return (bits.getOpaque((int) (at >> 6)) & 1L << at) != 0;
  }

  private static void set(AtomicLongArray bits, long at) {
    int word = (int) (at >> 6);
    bits.setOpaque(word, bits.getPlain(word) | 1L << at);
  }
}
