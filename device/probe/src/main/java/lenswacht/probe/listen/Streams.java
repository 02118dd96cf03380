package lenswacht.probe.listen;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lenswacht.probe.frame.RtpHeader;

/// Tells multicast streams of pictures or sound from datagrams that only look like them: some
/// packets of one source must follow each other.
final class Streams {
  private static final int ENOUGH = 3;
  private static final int FARTHEST = 16;
  private static final int MOST = 4096;
  private static final State NEW = new State(0, 0);

  private final Map<Key, State> streams = new LinkedHashMap<>();

  private record Key(InetAddress from, InetAddress group, int port, long source, int payload) {}

  private record State(int sequence, int inOrder) {}

  /// Takes in one packet. Gives the stream's description once, when it is told for sure.
  Optional<String> take(InetAddress from, InetAddress group, int port, RtpHeader header) {
    Key key = new Key(from, group, port, header.source(), header.payload());
    State known = streams.getOrDefault(key, NEW);
    if (known.inOrder == 0 && streams.size() == MOST) {
      streams.remove(streams.keySet().iterator().next());
    }
    int step = header.sequence() - known.sequence & 0xffff;
    boolean follows = known.inOrder > 0 && step >= 1 && step <= FARTHEST;
    boolean told = known.inOrder >= ENOUGH;
    int inOrder = told ? ENOUGH : follows ? known.inOrder + 1 : 1;
    streams.put(key, new State(header.sequence(), inOrder));
    return !told && inOrder == ENOUGH
        ? Optional.of(
            "%s:%d payload=%d ssrc=%08x"
                .formatted(group.getHostAddress(), port, header.payload(), header.source()))
        : Optional.empty();
  }
}
