package lenswacht.simulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what happens to one host. Used by many threads at once.
final class HostLedger {
  private static final int LONGEST_LINE = 200;

  private long tcpConnections;
  private long tcpBytesIn;
  private long udpDatagrams;
  private long udpBytesIn;
  private long requests;
  private int openNow;
  private int maxOpenAtOnce;
  private final List<String> requestsSeen = new ArrayList<>();
  private final Map<Flag, Long> flags = new EnumMap<>(Flag.class);

  synchronized void connected() {
    tcpConnections++;
    openNow++;
    maxOpenAtOnce = Math.max(maxOpenAtOnce, openNow);
  }

  synchronized void disconnected() {
    openNow--;
  }

  synchronized void tcpBytes(int count) {
    tcpBytesIn += count;
  }

  synchronized void datagram(int bytes) {
    udpDatagrams++;
    udpBytesIn += bytes;
  }

  /// A request, as `kind/port first words`; control characters become dots.
  synchronized void request(SimulatedService service, String words) {
    requests++;
    if (requestsSeen.size() < HostCounters.MOST_REQUESTS) {
      requestsSeen.add(service.kind() + "/" + service.port() + " " + printable(words));
    }
  }

  synchronized void flag(Flag flag) {
    flags.merge(flag, 1L, Long::sum);
  }

  synchronized void reset() {
    tcpConnections = 0;
    tcpBytesIn = 0;
    udpDatagrams = 0;
    udpBytesIn = 0;
    requests = 0;
    maxOpenAtOnce = openNow;
    requestsSeen.clear();
    flags.clear();
  }

  synchronized HostCounters counters() {
    Map<String, Long> words = new TreeMap<>();
    flags.forEach((flag, count) -> words.put(flag.word(), count));
    return new HostCounters(
        tcpConnections,
        tcpBytesIn,
        udpDatagrams,
        udpBytesIn,
        requests,
        maxOpenAtOnce,
        requestsSeen,
        words);
  }

  private static String printable(String words) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < words.length() && line.length() < LONGEST_LINE; i++) {
      char character = words.charAt(i);
      line.append(character >= ' ' && character < 0x7f ? character : '.');
    }
    return line.toString();
  }
}
