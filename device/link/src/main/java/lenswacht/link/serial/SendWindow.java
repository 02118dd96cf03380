package lenswacht.link.serial;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// What this end has said and does not know to have arrived. Holds [#PLACES] packets at most.
///
/// What comes off a line comes in the order in which it was put on it. Once the other end has seen
/// a sending, every earlier one has arrived or is lost: so lost packets are known by what the other
/// end says, and never guessed from the clock.
///
/// Not safe for several threads.
final class SendWindow {
  /// Most packets under way.
  static final int PLACES = ReceiveWindow.PLACES;

  /// A packet to send.
  ///
  /// @param sequence its place in the stream
  /// @param payload what it carries
  /// @param last whether it is the end of the stream instead
  record Due(int sequence, Bytes payload, boolean last) {}

  private final Deque<Place> places = new ArrayDeque<>();
  private int next;
  private int credit = PLACES;
  private boolean ended;

  private static final class Place {
    final int sequence;
    final boolean last;
    byte[] payload;
    boolean sent;
    boolean lost;
    boolean arrived;
    int stamp;

    Place(int sequence, byte[] payload, boolean last) {
      this.sequence = sequence;
      this.payload = payload;
      this.last = last;
    }

    Due due() {
      return new Due(sequence, Bytes.of(payload), last);
    }
  }

  /// Whether nothing more fits now.
  boolean full() {
    return places.size() >= PLACES;
  }

  /// Whether everything has arrived.
  boolean empty() {
    return places.isEmpty();
  }

  /// Takes as much as fits.
  ///
  /// @param longest most octets in one packet
  /// @return how many octets were taken
  int add(byte[] octets, int from, int length, int longest) {
    int taken = 0;
    Place last = places.peekLast();
    if (length > 0 && last != null && !last.sent && last.payload.length < longest) {
      int fits = Math.min(length, longest - last.payload.length);
      byte[] both = Arrays.copyOf(last.payload, last.payload.length + fits);
      System.arraycopy(octets, from, both, last.payload.length, fits);
      last.payload = both;
      taken = fits;
    }
    while (taken < length && !full()) {
      int fits = Math.min(length - taken, longest);
      places.add(
          new Place(next++, Arrays.copyOfRange(octets, from + taken, from + taken + fits), false));
      taken += fits;
    }
    return taken;
  }

  /// Says that nothing more will come. May be said again.
  void end() {
    if (!ended) {
      ended = true;
      places.add(new Place(next++, new byte[0], true));
    }
  }

  /// What to send now, if anything: first what was lost, then what is new, as far as the other end
  /// has room.
  Optional<Due> due() {
    for (Place place : places) {
      if (place.lost) {
        return Optional.of(place.due());
      }
      if (!place.sent) {
        return credit - place.sequence > 0 ? Optional.of(place.due()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// Notes that what [#due] gave is sent with this stamp.
  void sent(Due due, int stamp) {
    for (Place place : places) {
      if (place.sequence == due.sequence()) {
        place.sent = true;
        place.lost = false;
        place.stamp = stamp;
      }
    }
  }

  /// Learns what has arrived. A receipt that makes no sense, or is older than what is known,
  /// changes nothing.
  ///
  /// @return whether anything was news
  boolean learn(LinePacket.Receipt receipt) {
    int first = next - places.size();
    int count = receipt.expected() - first;
    if (count < 0 || count > places.size()) {
      return false;
    }
    if (places.stream().limit(count).anyMatch(place -> !place.sent)) {
      return false;
    }
    boolean news = count > 0;
    for (int at = 0; at < count; at++) {
      places.removeFirst();
    }
    if (receipt.expected() + receipt.room() - credit > 0) {
      credit = receipt.expected() + receipt.room();
      news = true;
    }
    Iterator<Place> rest = places.iterator();
    for (int at = 0; rest.hasNext(); at++) {
      Place place = rest.next();
      boolean arrived = at > 0 && at <= Integer.SIZE && ((receipt.beyond() >>> (at - 1)) & 1) != 0;
      news |= learn(place, arrived, receipt.stamp());
    }
    return news;
  }

  private static boolean learn(Place place, boolean arrived, int stamp) {
    if (!place.sent || place.arrived) {
      return false;
    }
    if (arrived) {
      place.arrived = true;
      place.lost = false;
      return true;
    }
    boolean news = !place.lost && stamp - place.stamp >= 0;
    place.lost |= news;
    return news;
  }
}
