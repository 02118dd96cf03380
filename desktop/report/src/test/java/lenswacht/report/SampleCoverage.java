package lenswacht.report;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.fingerprint.domain.Purpose;
import lenswacht.knowledge.Truth;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Coverage;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Omission;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.Whereabouts;
import lenswacht.observation.Whereabouts.Standing;
import lenswacht.observation.Whereabouts.SwitchPort;

/// What two rounds in a building looked at, for tests.
final class SampleCoverage {
  private static final AddressRange NEAR = AddressRange.parse("192.0.2.0/24");
  private static final AddressRange FAR = AddressRange.parse("198.51.100.0/25");
  private static final AddressRange SIXTH = AddressRange.parse("2001:db8::/64");

  private SampleCoverage() {}

  static WaysOut waysOut() {
    Optional<Instant> first = Optional.of(Instant.parse("2026-11-01T08:00:00Z"));
    Optional<Instant> last = Optional.of(Instant.parse("2026-11-14T17:30:00Z"));
    return new WaysOut(
        List.of(
            new WaysOut.Call(
                "192.0.2.10",
                "hik-connect.com",
                "Hikvision",
                "CN",
                Purpose.RELAY,
                true,
                "resolver.log",
                1_204,
                first,
                last)),
        List.of(
            new WaysOut.Log(
                "resolver.log", "bind", first, last, List.of(NEAR.toString()), 4_000_000, 3)),
        List.of("198.51.100.7"),
        List.of(
            new WaysOut.FaceUse(
                NEAR.toString(), WaysOut.Outcome.OBSERVED, "clearview.ai", 2, first, last),
            new WaysOut.FaceUse(
                FAR.toString(),
                WaysOut.Outcome.CANNOT_TELL,
                "",
                0,
                Optional.empty(),
                Optional.empty())),
        List.of(
            new WaysOut.Trial(
                NEAR.toString(),
                "outside.example=203.0.113.9:443",
                Truth.YES,
                Truth.YES,
                Truth.NOT_DETERMINED)));
  }

  static Coverage coverage() {
    ScanScope scope =
        new ScanScope(List.of(NEAR, FAR, SIXTH), List.of(AddressRange.parse("192.0.2.250/32")));
    return Coverage.of(
        scope,
        List.of(
            new JournalEvent.RunStarted("one", new SignedMandate("x"), "lw-0042", "agent"),
            new JournalEvent.Planned(ScanLevel.CAREFUL, List.of(NEAR, SIXTH)),
            new JournalEvent.Located(
                new Whereabouts(
                    "eth0",
                    List.of(InetAddress.ofLiteral("192.0.2.99")),
                    List.of(InetAddress.ofLiteral("192.0.2.1")),
                    List.of("stadhuis.example"),
                    List.of(20),
                    List.of(new SwitchPort("lldp", "sw-2-oost", "", "Gi1/0/7", 20, "192.0.2.2")),
                    Standing.INSIDE)),
            new JournalEvent.Listened(
                "eth0",
                "packet-socket",
                Duration.ofSeconds(20),
                412,
                3,
                17,
                Map.of("arp", 300L),
                List.of("multicast that a switch sends only to those who joined its group")),
            new JournalEvent.Swept(
                List.of(NEAR),
                List.of(80, 554, 443, 8000, 37_777),
                253,
                41,
                Optional.of(
                    new JournalEvent.Sweeping(
                        "syn-discovery-first",
                        List.of(
                            AddressRange.parse("192.0.2.0/28"),
                            AddressRange.parse("192.0.2.64/28")),
                        List.of(8080, 8443, 2020),
                        4100,
                        2))),
            new JournalEvent.NotSwept(List.of(SIXTH), Omission.TOO_LARGE),
            new JournalEvent.Searched("eth0", "sadp", 4, 1, Optional.empty()),
            new JournalEvent.Searched(
                "wlan0", "ws-discovery", 0, 0, Optional.of("subnet-not-in-mandate")),
            new JournalEvent.LeftAlone(
                InetAddress.ofLiteral("192.0.2.9"),
                "page",
                List.of(
                    Service.tcp(InetAddress.ofLiteral("192.0.2.9"), 80),
                    Service.tcp(InetAddress.ofLiteral("192.0.2.9"), 554))),
            new JournalEvent.Asking("rtsp", Service.tcp(InetAddress.ofLiteral("192.0.2.10"), 554)),
            new JournalEvent.RunEnded(JournalEvent.RunOutcome.INCOMPLETE, Map.of())));
  }
}
