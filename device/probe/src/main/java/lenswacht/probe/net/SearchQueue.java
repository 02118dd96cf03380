package lenswacht.probe.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import lenswacht.probe.net.SearchLane.Post;

/// The packets that are to go out to one network, and when. What is sent again is sent again once,
/// a while after the first time.
final class SearchQueue {
  private final SearchGate gate;
  private final long repeatAfter;
  private final Deque<Post> first = new ArrayDeque<>();
  private final Deque<Again> again = new ArrayDeque<>();

  /// @param gate how often this network may be searched
  /// @param repeatAfter nanoseconds between a packet and its repetition
  SearchQueue(SearchGate gate, long repeatAfter) {
    this.gate = gate;
    this.repeatAfter = repeatAfter;
  }

  /// A packet, and the moment from which it may be repeated.
  private record Again(Post post, long from) {}

  SearchGate gate() {
    return gate;
  }

  void add(Post post) {
    first.add(post);
  }

  /// Forgets the packets of a lane that could not be opened.
  void without(SearchLane lane) {
    first.removeIf(post -> post.lane() == lane);
  }

  /// The packet whose turn it is at the moment `now`, if there is one.
  Optional<Post> next(long now) {
    if (gate.isUsedUp()) {
      first.forEach(post -> post.lane().leaveOut(post.segment()));
      first.clear();
      again.clear();
    }
    boolean repeating = first.isEmpty();
    if (repeating && (again.isEmpty() || again.getFirst().from - now > 0) || !gate.tryTake()) {
      return Optional.empty();
    }
    if (repeating) {
      return Optional.of(again.removeFirst().post);
    }
    Post post = first.removeFirst();
    if (post.request().isRepeated()) {
      again.add(new Again(post, now + repeatAfter));
    }
    return Optional.of(post);
  }

  boolean isEmpty() {
    return first.isEmpty() && again.isEmpty();
  }
}
