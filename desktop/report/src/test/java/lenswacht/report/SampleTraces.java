package lenswacht.report;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.asset.Caution;
import lenswacht.fingerprint.asset.Join;
import lenswacht.fingerprint.asset.Mark;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.observation.EvidenceId;

/// Where sample assets were met: one at two addresses, and one with every caution there is.
final class SampleTraces {
  private static final Instant SEEN = Instant.parse("2026-03-02T08:00:00Z");
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("mac", "00:00:5E:00:53:0A"),
          Map.entry("macs", "00:00:5E:00:53:0A, 00:00:5E:00:53:0B"),
          Map.entry("makers", "Dahua, Hikvision"),
          Map.entry("ports", "30"),
          Map.entry("names", "203.0.113.5:8001, 203.0.113.5:8002"),
          Map.entry("own", "192.168.254.3"),
          Map.entry("channels", "16"),
          Map.entry("from", "192.0.2.7"),
          Map.entry("to", "192.0.2.9"),
          Map.entry("address", "192.0.2.7"),
          Map.entry("since", "2026-03-02T08:12:00Z"),
          Map.entry("mark", "SERIAL"),
          Map.entry("value", "7G0A1B2PAZ3C4D5"));

  private SampleTraces() {}

  static Trace of(int number, InetAddress address, EvidenceId evidence) {
    return switch (number) {
      case 1 ->
          new Trace(
              List.of(at(address), at(InetAddress.ofLiteral("2001:db8::12:34ff:fe56:789a"))),
              List.of(
                  new Join(
                      new Mark(Mark.Kind.HARDWARE_ADDRESS, "00005E00530A"),
                      Confidence.CERTAIN,
                      List.of(address),
                      List.of(evidence))),
              List.of());
      case 2 ->
          new Trace(
              List.of(at(address)),
              List.of(),
              List.of(Caution.Kind.values()).stream()
                  .map(
                      kind ->
                          new Caution(
                              kind,
                              Confidence.LIKELY,
                              List.of(address),
                              new TreeMap<>(WORDS),
                              List.of(evidence)))
                  .toList());
      default -> Trace.NONE;
    };
  }

  private static Presence at(InetAddress address) {
    return new Presence(address, new TreeSet<>(), Optional.empty(), SEEN, SEEN);
  }
}
