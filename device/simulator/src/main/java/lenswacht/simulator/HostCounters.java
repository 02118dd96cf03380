package lenswacht.simulator;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What happened to a host since the building opened or the counters were reset.
///
/// @param tcpConnections accepted connections
/// @param tcpBytesIn bytes that came in over TCP, after TLS
/// @param udpDatagrams datagrams that came in
/// @param udpBytesIn bytes in those datagrams
/// @param requests requests that were understood as such, over TCP and UDP
/// @param maxOpenAtOnce most connections that were open at the same moment
/// @param requestsSeen the first requests, each on one line, at most [#MOST_REQUESTS]
/// @param flags how often something happened that deserves a look, by [Flag#word]
public record HostCounters(
    long tcpConnections,
    long tcpBytesIn,
    long udpDatagrams,
    long udpBytesIn,
    long requests,
    int maxOpenAtOnce,
    List<String> requestsSeen,
    Map<String, Long> flags) {
  /// How many requests are kept word for word.
  public static final int MOST_REQUESTS = 120;

  /// Nothing happened.
  public static final HostCounters NOTHING =
      new HostCounters(0, 0, 0, 0, 0, 0, List.of(), Map.of());

  /// Copies list and map.
  public HostCounters {
    requestsSeen = List.copyOf(requestsSeen);
    flags = Collections.unmodifiableMap(new TreeMap<>(flags));
  }

  /// The flags among these that stand for something an observer must never do.
  public Map<String, Long> neverFlags() {
    Map<String, Long> never = new TreeMap<>();
    flags.forEach(
        (word, count) -> {
          if (Flag.isNever(word)) {
            never.put(word, count);
          }
        });
    return never;
  }

  /// Both together. The most open at once is the larger of the two; the requests seen are cut off
  /// at [#MOST_REQUESTS].
  public HostCounters plus(HostCounters other) {
    Map<String, Long> bothFlags = new TreeMap<>(flags);
    other.flags.forEach((word, count) -> bothFlags.merge(word, count, Long::sum));
    List<String> bothRequests =
        Stream.concat(requestsSeen.stream(), other.requestsSeen.stream())
            .limit(MOST_REQUESTS)
            .toList();
    return new HostCounters(
        tcpConnections + other.tcpConnections,
        tcpBytesIn + other.tcpBytesIn,
        udpDatagrams + other.udpDatagrams,
        udpBytesIn + other.udpBytesIn,
        requests + other.requests,
        Math.max(maxOpenAtOnce, other.maxOpenAtOnce),
        bothRequests,
        bothFlags);
  }
}
