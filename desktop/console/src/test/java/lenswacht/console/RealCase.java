package lenswacht.console;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.separation.Zone;
import lenswacht.assessment.separation.ZonePlan;
import lenswacht.knowledge.ZoneRole;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.Service;
import lenswacht.observation.Whereabouts;

/// A case file of a small building: three cameras behind one socket, two zones, a signed journal.
final class RealCase {
  static final String SITE = "Gemeentehuis";
  private static final Instant START = MadeCase.START;
  private static final AddressRange ALL = AddressRange.parse("192.0.2.0/24");

  private RealCase() {}

  /// One that was made once, for all who copy it.
  static final Path MADE = made();

  private static Path made() {
    try {
      return in(Files.createTempDirectory(Path.of("target"), "real-case"));
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Writes the journal in `folder`, takes it in, and gives the case file.
  static Path in(Path folder) throws Exception {
    return MadeCase.in(
        folder,
        "gemeentehuis.lenswacht",
        SITE,
        kept -> events().forEach(kept::append),
        made -> made.keepZones(zones()));
  }

  private static ZonePlan zones() {
    return new ZonePlan(
        List.of(
            new Zone("Camera's", ZoneRole.CAMERA, List.of(AddressRange.parse("192.0.2.0/25"))),
            new Zone("Kantoor", ZoneRole.OFFICE, List.of(AddressRange.parse("192.0.2.128/25")))),
        List.of());
  }

  private static List<JournalEvent> events() throws Exception {
    return List.of(
        new JournalEvent.RunStarted("run-1", MadeCase.mandate(SITE, ALL), "LW-0042", "agent"),
        new JournalEvent.Planned(ScanLevel.CAREFUL, List.of(ALL), Optional.of("kantoor 1.12")),
        new JournalEvent.Located(
            new Whereabouts(
                "eth0",
                List.of(InetAddress.ofLiteral("192.0.2.200")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Whereabouts.Standing.INSIDE)),
        new JournalEvent.Swept(List.of(ALL), List.of(80, 554), 254, 3, Optional.empty()),
        camera("192.0.2.11", "HIKVISION", "DS-2CD2143G2-I"),
        camera("192.0.2.12", "AXIS", "P3265-LVE"),
        camera("192.0.2.13", "Dahua", "IPC-HDW2431T"),
        new JournalEvent.RunEnded(JournalEvent.RunOutcome.COMPLETE, Map.of()));
  }

  private static JournalEvent camera(String address, String maker, String model) {
    Service service = Service.tcp(InetAddress.ofLiteral(address), 80);
    Evidence answer =
        Evidence.of(
            START,
            service,
            "onvif device",
            Bytes.utf8("<Manufacturer>" + maker + "</Manufacturer><Model>" + model + "</Model>"),
            false,
            false);
    return new JournalEvent.Probed(
        "onvif",
        service,
        new ProbeOutcome.Answered(
            List.of(
                new Observation.Listening(service, answer.id()),
                new Observation.Stated(service, Observable.ONVIF_MANUFACTURER, maker, answer.id()),
                new Observation.Stated(service, Observable.ONVIF_MODEL, model, answer.id())),
            List.of(answer)));
  }
}
