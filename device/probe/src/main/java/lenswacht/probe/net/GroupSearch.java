package lenswacht.probe.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.ScanScope;
import lenswacht.probe.net.SearchLane.Post;

/// Searches that are put to everybody on our networks at once, by multicast and by broadcast. Goes
/// out only where every address of the network lies inside the mandate, each question once or
/// twice, at the pace and within the number that the network's [SearchGate] allows.
final class GroupSearch {
  private static final long NAP_MILLIS = 10;

  private final NetworkDoor door;
  private final Map<Integer, SearchLane> four = new LinkedHashMap<>();
  private final List<SearchLane> lanes = new ArrayList<>();
  private final List<SearchQueue> queues = new ArrayList<>();

  GroupSearch(NetworkDoor door) {
    this.door = door;
  }

  /// Puts the questions of `plan` and collects the answers.
  List<SearchOutcome> search(Map<LocalSegment, List<DatagramRequest>> plan)
      throws InterruptedException {
    plan.forEach(this::plan);
    try (Selector selector = Selector.open()) {
      for (SearchLane lane : lanes) {
        Optional<DatagramChannel> open = lane.open();
        if (open.isPresent()) {
          open.get().register(selector, SelectionKey.OP_READ, lane);
        } else {
          queues.forEach(queue -> queue.without(lane));
        }
      }
      exchange(selector);
    } catch (IOException failed) {
      if (!door.isStopped()) {
        throw new IllegalStateException("the system lets nobody wait for answers", failed);
      }
    } finally {
      lanes.forEach(SearchLane::close);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return lanes.stream().flatMap(lane -> lane.outcomes().stream()).toList();
  }

  private void plan(LocalSegment segment, List<DatagramRequest> requests) {
    SearchGate gate = door.searches(segment);
    SearchQueue queue = new SearchQueue(gate, door.limits().searchWait().toNanos() / 2);
    queues.add(queue);
    ScanScope scope = door.mandate().scope();
    Optional<Inet6Address> speaker = segment.speaker(scope);
    Optional<Rule> noFour = held(segment.mayBeSearched(scope));
    Optional<Rule> noSix = held(speaker.isPresent());
    Map<Integer, SearchLane> six = new LinkedHashMap<>();
    for (DatagramRequest request : requests) {
      boolean known = (noFour.isEmpty() || noSix.isEmpty()) && !gate.admit(request);
      Optional<Rule> again = known ? Optional.of(Rule.ALREADY_SEARCHED) : Optional.empty();
      SearchLane lane = four.computeIfAbsent(request.port(), port -> lane(port, false, speaker));
      put(queue, lane, segment, request, again.or(() -> noFour));
      if (segment.hasSix() && request.reach().isForSix()) {
        SearchLane own = six.computeIfAbsent(request.port(), port -> lane(port, true, speaker));
        put(queue, own, segment, request, again.or(() -> noSix));
      }
    }
  }

  private Optional<Rule> held(boolean inMandate) {
    return door.refusal()
        .or(() -> inMandate ? Optional.empty() : Optional.of(Rule.SUBNET_NOT_IN_MANDATE));
  }

  private SearchLane lane(int port, boolean six, Optional<Inet6Address> speaker) {
    SearchLane lane = new SearchLane(door, port, six, six ? speaker : Optional.empty());
    lanes.add(lane);
    return lane;
  }

  private static void put(
      SearchQueue queue,
      SearchLane lane,
      LocalSegment segment,
      DatagramRequest request,
      Optional<Rule> held) {
    if (held.isPresent()) {
      lane.pass(segment, held.get().key());
    } else {
      lane.plan(segment, request).forEach(queue::add);
    }
  }

  /// Sends what is to be sent and listens meanwhile, and for a while after the last packet.
  private void exchange(Selector selector) throws IOException, InterruptedException {
    ByteBuffer buffer = ByteBuffer.allocate(door.limits().datagramBytes() + 1);
    long until = System.nanoTime();
    while (door.refusal().isEmpty() && !Thread.currentThread().isInterrupted()) {
      boolean waiting = false;
      for (SearchQueue queue : queues) {
        Optional<Post> post = queue.next(System.nanoTime());
        if (post.isPresent()) {
          door.packets().take(door::isStopped);
          post.get().lane().send(post.get());
          until = System.nanoTime() + door.limits().searchWait().toNanos();
        }
        waiting |= !queue.isEmpty();
      }
      if (selector.keys().isEmpty() || (!waiting && until - System.nanoTime() <= 0)) {
        return;
      }
      selector.select(
          key -> {
            if (key.attachment() instanceof SearchLane lane) {
              lane.receive(buffer);
            }
          },
          NAP_MILLIS);
    }
  }
}
