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
import lenswacht.fingerprint.asset.Channels;
import lenswacht.fingerprint.asset.Join;
import lenswacht.fingerprint.asset.Mark;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.fingerprint.asset.SeenChannel;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation.Channel;

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
      case 3 -> new Trace(List.of(at(address)), List.of(), List.of(), channels(evidence));
      case 4 ->
          new Trace(
              List.of(
                  new Presence(address, new TreeSet<>(), Optional.of("192.168.254.3"), SEEN, SEEN)),
              List.of(),
              List.of());
      default -> Trace.NONE;
    };
  }

  private static Channels channels(EvidenceId evidence) {
    return new Channels(
        8,
        List.of(
            channel(1, "Hal", Channel.Use.IN_USE, evidence)
                .from(new SeenChannel.Delivery("192.0.2.1", true, Confidence.CERTAIN)),
            channel(2, "", Channel.Use.IN_USE, evidence)
                .from(
                    new SeenChannel.Delivery("192.0.2.3/192.168.254.3", false, Confidence.LIKELY)),
            channel(3, "", Channel.Use.FREE, evidence),
            channel(4, "Kelder", Channel.Use.IN_USE, evidence),
            channel(5, "", Channel.Use.NOT_DETERMINED, evidence)),
        List.of("192.0.2.3/192.168.254.9"),
        0,
        Confidence.CERTAIN,
        List.of(evidence));
  }

  private static SeenChannel channel(
      int number, String name, Channel.Use use, EvidenceId evidence) {
    return new SeenChannel(
        number, name, Channel.Source.UNTOLD, use, Optional.empty(), List.of(evidence));
  }

  private static Presence at(InetAddress address) {
    return new Presence(address, new TreeSet<>(), Optional.empty(), SEEN, SEEN);
  }
}
