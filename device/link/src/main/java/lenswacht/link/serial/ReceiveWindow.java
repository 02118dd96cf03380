package lenswacht.link.serial;

import java.util.Objects;
import lenswacht.observation.Bytes;
import org.jspecify.annotations.Nullable;

/// What has arrived and was not read yet. Holds [#PLACES] packets at most.
///
/// Not safe for several threads.
final class ReceiveWindow {
  /// Most packets that wait for the reader or for one before them.
  static final int PLACES = 32;

  private final byte[] @Nullable [] places = new byte[PLACES] @Nullable [];
  private int unread;
  private int readOfUnread;
  private int expected;
  private boolean hasEnd;
  private int end;

  /// Takes what arrived, unless it has come before, or there is no room for it, or it lies behind
  /// the end of the stream.
  ///
  /// @param last whether it is the end of the stream
  void take(int sequence, Bytes payload, boolean last) {
    boolean fits = sequence - expected >= 0 && sequence - unread < PLACES;
    boolean behindEnd = hasEnd && (last || sequence - end >= 0);
    if (!fits || behindEnd || places[place(sequence)] != null) {
      return;
    }
    places[place(sequence)] = payload.toArray();
    if (last) {
      hasEnd = true;
      end = sequence;
    }
    while (room() > 0 && places[place(expected)] != null) {
      expected++;
    }
  }

  private static int place(int sequence) {
    return sequence & (PLACES - 1);
  }

  /// How many places from the expected one on are free or hold what came early.
  int room() {
    return unread + PLACES - expected;
  }

  /// What there is to tell of this window.
  ///
  /// @param stamp the latest stamp seen
  /// @param strength advised
  LinePacket.Receipt receipt(int stamp, int strength) {
    int beyond = 0;
    for (int at = 1; at < room(); at++) {
      beyond |= places[place(expected + at)] != null ? 1 << (at - 1) : 0;
    }
    return new LinePacket.Receipt(expected, beyond, stamp, room(), strength);
  }

  /// How many packets can be read, the end of the stream being one.
  int readable() {
    return expected - unread;
  }

  /// Whether something arrived early: what lies before it is missing.
  boolean hasGap() {
    for (int at = 1; at < room(); at++) {
      if (places[place(expected + at)] != null) {
        return true;
      }
    }
    return false;
  }

  /// Whether everything up to the end of the stream has arrived.
  boolean complete() {
    return hasEnd && expected - end > 0;
  }

  /// Reads what is next in the stream.
  ///
  /// @param length more than 0
  /// @return how many octets were read; 0 if nothing is there now; -1 at the end of the stream
  int read(byte[] octets, int from, int length) {
    int done = 0;
    while (done < length && unread != expected) {
      if (hasEnd && unread == end) {
        return done == 0 ? -1 : done;
      }
      byte[] payload = Objects.requireNonNull(places[place(unread)]);
      int count = Math.min(payload.length - readOfUnread, length - done);
      System.arraycopy(payload, readOfUnread, octets, from + done, count);
      readOfUnread += count;
      done += count;
      if (readOfUnread == payload.length) {
        places[place(unread)] = null;
        readOfUnread = 0;
        unread++;
      }
    }
    return done;
  }
}
