package lenswacht.report;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.assessment.separation.Agreement;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.SeparationReader;
import lenswacht.assessment.separation.Vantage;
import lenswacht.assessment.separation.Zone;
import lenswacht.assessment.separation.ZonePlan;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.ZoneRole;
import lenswacht.observation.AddressRange;
import lenswacht.observation.AddressSet;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Service;
import lenswacht.observation.Whereabouts;

/// Three zones, of which the office reaches a camera.
final class SampleSeparation {
  private static final AddressRange CAMERAS = AddressRange.parse("192.0.2.0/25");
  private static final AddressRange OFFICE = AddressRange.parse("192.0.2.128/25");
  private static final Service CAMERA = Service.tcp(InetAddress.ofLiteral("192.0.2.1"), 554);
  private static final Service FILES = Service.tcp(InetAddress.ofLiteral("192.0.2.130"), 443);

  private SampleSeparation() {}

  static SeparationMatrix matrix() {
    ZonePlan plan =
        new ZonePlan(
            List.of(
                new Zone("camera's", ZoneRole.CAMERA, List.of(CAMERAS)),
                new Zone("kantoor", ZoneRole.OFFICE, List.of(OFFICE)),
                new Zone("gevel", ZoneRole.OUTDOOR, List.of())),
            List.of(new Agreement("camera's", "kantoor", Agreement.Wanted.CLOSED)));
    return new SeparationReader(Edition.bundled().separation())
        .read(
            plan,
            List.of(
                vantage("a", "camera's", Set.of(CAMERA)),
                vantage("b", "kantoor", Set.of(CAMERA, FILES))),
            List.of());
  }

  private static Vantage vantage(String run, String spot, Set<Service> open) {
    AddressSet all = AddressSet.of(CAMERAS, OFFICE);
    return new Vantage(
        run,
        Instant.parse("2026-03-02T08:00:00Z"),
        Optional.of(spot),
        List.of(
            new Whereabouts(
                "eth0",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                    new Whereabouts.SwitchPort("lldp", "sw-1", "00:00:5E:00:53:01", "4", 0, "")),
                Whereabouts.Standing.NOT_DETERMINED)),
        List.of(new Vantage.Tried(all, Set.of(443, 554), AddressSet.EMPTY, Set.of())),
        open.stream()
            .map(service -> new Vantage.Seen(service, evidence(service)))
            .collect(Collectors.toSet()),
        Set.of(),
        Set.of());
  }

  private static EvidenceId evidence(Service service) {
    return Evidence.of(
            Instant.parse("2026-03-02T08:00:00Z"),
            service,
            "connect",
            Bytes.utf8(service.toString()),
            false,
            false)
        .id();
  }
}
