package lenswacht.link;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.observation.Bytes;

/// Which pieces of a journal are asked for and not here yet. Several questions are under way, so
/// that neither end waits for the other: as many octets as come in about a quarter of a second,
/// which is also how long any other question waits.
///
/// Not safe for several threads.
final class JournalCopy {
  /// Octets under way on the slowest cable, in two pieces.
  static final int LEAST_UNDER_WAY = 32_768;

  private static final int MOST_UNDER_WAY = 4 << 20;
  private static final double SECONDS_UNDER_WAY = 0.25;

  private static final long TIMED_NANOS = 100_000_000;

  /// On a faster cable packing holds up more than it saves, in octets per second.
  private static final double TOO_FAST_TO_PACK = 4_000_000;

  private final Conversation talk;
  private final boolean mayPack;
  private final long end;
  private final Deque<Asked> underWay = new ArrayDeque<>();
  private long next;
  private long askedFor;
  private long arrived;
  private double rate;
  private long timed;
  private long timedFrom;

  /// A piece that was asked for.
  private record Asked(int most, boolean packed) {}

  /// @param mayPack whether the device knows how to pack
  /// @param from first octet that is not here
  /// @param end behind the last octet that is wanted
  JournalCopy(Conversation talk, boolean mayPack, long from, long end) {
    this.talk = talk;
    this.mayPack = mayPack;
    this.next = from;
    this.end = end;
  }

  /// Asks for what comes next, as far as it may be under way.
  void ask() throws IOException {
    long room = Math.clamp((long) (rate * SECONDS_UNDER_WAY), LEAST_UNDER_WAY, MOST_UNDER_WAY);
    int longest = (int) Math.min(room / 2, LinkMessage.AskJournal.LONGEST_CHUNK);
    if (underWay.isEmpty()) {
      timed = 0;
      timedFrom = System.nanoTime();
    }
    while (next < end && askedFor - arrived + longest <= room) {
      int most = (int) Math.min(end - next, longest);
      boolean packed = mayPack && rate < TOO_FAST_TO_PACK;
      talk.say(
          packed ? new LinkMessage.AskPacked(next, most) : new LinkMessage.AskJournal(next, most));
      underWay.add(new Asked(most, packed));
      next += most;
      askedFor += most;
    }
  }

  /// Whether nothing is under way.
  boolean idle() {
    return underWay.isEmpty();
  }

  /// Whether everything that is wanted was asked for and is here.
  boolean done() {
    return next >= end && idle();
  }

  /// The next piece. To be called only where something is under way.
  ///
  /// @throws MalformedFrameException if it is not as long as was asked for: the journal was as long
  ///     as that
  Bytes hear() throws IOException {
    Asked asked = underWay.remove();
    Bytes piece = asked.packed() ? talk.hearPacked(asked.most()) : talk.hearChunk();
    if (piece.length() != asked.most()) {
      throw new MalformedFrameException(
          "the device sent "
              + piece.length()
              + " octets of its journal instead of "
              + asked.most());
    }
    arrived += piece.length();
    timed += piece.length();
    long now = System.nanoTime();
    if (now - timedFrom > TIMED_NANOS) {
      rate = timed * 1e9 / (now - timedFrom);
      timed = 0;
      timedFrom = now;
    }
    return piece;
  }
}
