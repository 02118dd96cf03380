package lenswacht.probe.net;

import java.util.EnumSet;
import java.util.Set;

/// How often everybody on one network may be searched in a run: each question in one search only,
/// and so many packets in all. Thread-safe.
final class SearchGate {
  /// Most packets that are put to everybody on one network in a run.
  static final int MOST_PACKETS = 59;

  private final TokenBucket pace;
  private final Set<DatagramRequest> asked = EnumSet.noneOf(DatagramRequest.class);
  private int left = MOST_PACKETS;

  /// @param perSecond most packets in a second
  SearchGate(int perSecond) {
    this.pace = new TokenBucket(perSecond);
  }

  /// Whether `request` has not been put before. It counts as put from now on.
  synchronized boolean admit(DatagramRequest request) {
    return asked.add(request);
  }

  /// Whether a packet's turn has come; where it has, it is taken.
  synchronized boolean tryTake() {
    if (left == 0 || !pace.tryTake()) {
      return false;
    }
    left--;
    return true;
  }

  /// Whether no packet may go out any more.
  synchronized boolean isUsedUp() {
    return left == 0;
  }
}
