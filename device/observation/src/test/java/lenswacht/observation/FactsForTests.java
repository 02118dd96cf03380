package lenswacht.observation;

import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Invented facts, one of each sort.
final class FactsForTests {
  static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
  static final Service WEB = Service.tcp(InetAddress.ofLiteral("192.0.2.64"), 80);
  static final Evidence PAGE =
      Evidence.of(NOON, WEB, "GET /", Bytes.utf8("HTTP/1.1 200 OK\r\n\r\n"), false, false);

  private FactsForTests() {}

  static Mandate mandate() {
    return new Mandate(
        "BZK-2026-114",
        "Turfmarkt 147",
        "Hoofd facilitair",
        new ScanScope(List.of(AddressRange.parse("192.0.2.0/24")), List.of()),
        NOON.minusSeconds(3600),
        NOON.plusSeconds(3600),
        Intrusiveness.ASK,
        40,
        true);
  }

  static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  static SignedMandate signed(KeyPair keys) {
    try {
      return SignedMandate.sign(mandate(), keys.getPrivate(), keys.getPublic());
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static List<Observation> oneOfEach() {
    EvidenceId id = PAGE.id();
    return List.of(
        new Observation.Listening(WEB, id),
        new Observation.Stated(WEB, Observable.HTTP_SERVER, "Webs", id),
        new Observation.HardwareAddress(WEB, MacAddress.parse("00-00-5e-00-53-0a"), id),
        new Observation.ClockOffset(WEB, Duration.ofSeconds(-61), id),
        new Observation.OpenStream(WEB, "/", id),
        new Observation.Activation(WEB, false, id),
        new Observation.CloudRelay(WEB, true, id),
        new Observation.AnonymousRead(WEB, "GetDeviceInformation", id),
        new Observation.Cleartext(WEB, "HTTP", id),
        new Observation.Picture(WEB, 1920, 1080, 103.5, 2, 48, id),
        new Observation.OuterAddress(WEB, InetAddress.ofLiteral("203.0.113.9"), id),
        new Observation.PortMapping(
            WEB,
            Transport.TCP,
            8080,
            "",
            InetAddress.ofLiteral("192.0.2.64"),
            80,
            true,
            Duration.ofHours(1),
            "camera",
            id),
        new Observation.MappingsRead(
            WEB, "WANIPConnection:1", Observation.Listing.TO_THE_END, 1, id),
        new Observation.OpensPorts(WEB, "nat-pmp", true, id),
        new Observation.SixFirewall(WEB, true, false, id),
        new Observation.Outbound(
            WEB,
            Observation.Means.TLS,
            "api.example",
            Optional.of(Service.tcp(InetAddress.ofLiteral("203.0.113.9"), 443)),
            3,
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(9),
            id),
        new Observation.Channel(
            WEB,
            3,
            "Hall",
            new Observation.Channel.Source("192.0.2.7", "00:00:5E:00:53:0A", "", "DS-1"),
            Observation.Channel.Use.IN_USE,
            id));
  }

  static List<JournalEvent> oneRun(KeyPair keys) {
    return List.of(
        new JournalEvent.RunStarted("run-1", signed(keys), "LW-0042", "lenswacht 0.1.0"),
        new JournalEvent.Planned(ScanLevel.CAREFUL, List.of(AddressRange.parse("192.0.2.0/24"))),
        new JournalEvent.PhaseStarted(JournalEvent.Phase.LISTEN),
        new JournalEvent.Heard(
            "arp",
            Service.host(InetAddress.ofLiteral("2001:db8::64")),
            new ProbeOutcome.Answered(oneOfEach(), List.of(PAGE))),
        new JournalEvent.Listened(
            "eth0",
            "packet-socket",
            Duration.ofSeconds(60),
            1200,
            3,
            7,
            Map.of("arp", 1100L, "lldp", 100L),
            List.of("frames between other hosts")),
        new JournalEvent.Located(
            new Whereabouts(
                "eth0",
                List.of(InetAddress.ofLiteral("192.0.2.5")),
                List.of(InetAddress.ofLiteral("192.0.2.1")),
                List.of("site.example"),
                List.of(30),
                List.of(
                    new Whereabouts.SwitchPort(
                        "lldp", "sw-2", "00:00:5E:00:53:01", "gi1/0/7", 30, "192.0.2.2")),
                Whereabouts.Standing.INSIDE)),
        new JournalEvent.PhaseStarted(JournalEvent.Phase.SWEEP),
        new JournalEvent.Swept(
            List.of(AddressRange.parse("192.0.2.0/25")),
            List.of(80, 554),
            127,
            1,
            Optional.of(
                new JournalEvent.Sweeping(
                    "syn", List.of(AddressRange.parse("192.0.2.64")), List.of(8080), 700, 3))),
        new JournalEvent.NotSwept(List.of(AddressRange.parse("192.0.2.128/25")), Omission.NO_ROUTE),
        new JournalEvent.Searched("eth0", "sadp", 3, 1, Optional.empty()),
        new JournalEvent.Searched("eth1", "sadp", 0, 0, Optional.of("subnet-not-in-mandate")),
        new JournalEvent.RunResumed("run-1", "LW-0042", "lenswacht 0.1.0"),
        new JournalEvent.Asking("http", WEB),
        new JournalEvent.Probed("http", WEB, new ProbeOutcome.Answered(oneOfEach(), List.of(PAGE))),
        new JournalEvent.Probed("rtsp", WEB, new ProbeOutcome.Silent(Duration.ofSeconds(3))),
        new JournalEvent.Probed(
            "sadp", WEB, new ProbeOutcome.Refused(ProbeOutcome.RefusalReason.CLOSED)),
        new JournalEvent.Probed("dhip", WEB, new ProbeOutcome.Garbled(PAGE, "no header")),
        new JournalEvent.Probed("onvif", WEB, new ProbeOutcome.NotAsked("not-in-mandate")),
        new JournalEvent.NotLookedAt(InetAddress.ofLiteral("192.0.2.9"), Omission.STOPPED),
        new JournalEvent.LeftAlone(WEB.address(), "http", List.of(WEB)),
        new JournalEvent.RunEnded(JournalEvent.RunOutcome.STOPPED, Map.of("packets", 12L)));
  }
}
