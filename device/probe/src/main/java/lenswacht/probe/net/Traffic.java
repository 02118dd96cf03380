package lenswacht.probe.net;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what went through the door, by kind.
final class Traffic {
  static final String TCP_CONNECTIONS = "tcp.connections";
  static final String TCP_SENT = "tcp.bytes.sent";
  static final String TCP_RECEIVED = "tcp.bytes.received";
  static final String UDP_PACKETS = "udp.packets.sent";
  static final String UDP_SENT = "udp.bytes.sent";
  static final String UDP_RECEIVED = "udp.bytes.received";
  static final String MULTICAST_PACKETS = "multicast.packets.sent";
  static final String SWEEP_CONNECTS = "sweep.connects";
  static final String SWEEP_PACKETS = "sweep.packets.sent";
  static final String HELD = "questions.held";

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void add(String kind, long amount) {
    counts.computeIfAbsent(kind, absent -> new LongAdder()).add(amount);
  }

  Map<String, Long> snapshot() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((kind, sum) -> sums.put(kind, sum.sum()));
    return sums;
  }
}
