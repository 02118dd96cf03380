package lenswacht.console;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.Service;

/// A case file as large as they come: an invented estate of thousands of cameras, each of which
/// answered on four services with ten observations, in a sealed and signed journal.
public final class BigCase {
  static final String SITE = "Estate";

  /// Observations of each camera.
  static final int OBSERVATIONS = 10;

  private static final Instant START = MadeCase.START;
  private static final AddressRange ALL = AddressRange.parse("10.32.0.0/16");

  private record Make(String brand, String model, String firmware, String server, String card) {}

  private static final List<Make> MAKES =
      List.of(
          new Make("HIKVISION", "DS-2CD2143G2-I", "V5.7.3 build 220112", "App-webs/", "44A642"),
          new Make("AXIS", "P3265-LVE", "11.9.60", "Apache", "ACCC8E"),
          new Make("Dahua", "IPC-HDW2431T", "2.800.0000000.31.R", "DNVRS-Webs", "9002A9"),
          new Make("Hanwha Techwin", "XNV-8080R", "1.41.06", "nginx", "000918"),
          new Make("Bosch", "NDE-8504-R", "7.86.0024", "VCS-VideoJet-Webserver", "000463"),
          new Make("UNIVIEW", "IPC3614SR3", "IPC_Q1207-B0006D1904", "Cam-Webs", "48EA63"),
          new Make("VIVOTEK", "FD9389-EHTV-v2", "1.0103.10", "Boa/0.94.14rc21", "0002D1"),
          new Make("TruVision", "TVD-5701", "V5.5.9", "App-webs/", "98DF82"));

  private BigCase() {}

  /// Writes a case into a folder and prints where it is.
  ///
  /// @param arguments a folder that is there, and how many cameras
  public static void main(String[] arguments) throws Exception {
    System.out.println(in(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
  }

  /// Writes the journal in `folder`, takes it in, and gives the case file.
  static Path in(Path folder, int cameras) throws Exception {
    return MadeCase.in(
        folder,
        "estate.lenswacht",
        SITE,
        kept -> write(kept, cameras),
        made ->
            made.assess(
                new Identifier(Catalogue.bundled()),
                Edition.bundled(),
                LocalDate.now(ZoneOffset.UTC)));
  }

  private static void write(Journal kept, int cameras) throws Exception {
    kept.append(
        new JournalEvent.RunStarted("run-1", MadeCase.mandate(SITE, ALL), "LW-0042", "agent"));
    kept.append(new JournalEvent.Planned(ScanLevel.CAREFUL, List.of(ALL), Optional.empty()));
    kept.append(
        new JournalEvent.Swept(List.of(ALL), List.of(80, 554), 65_534, cameras, Optional.empty()));
    for (int camera = 0; camera < cameras; camera++) {
      for (JournalEvent event : answers(camera)) {
        kept.append(event);
      }
    }
    kept.append(new JournalEvent.RunEnded(JournalEvent.RunOutcome.COMPLETE, Map.of()));
  }

  private static List<JournalEvent> answers(int camera) throws Exception {
    Make make = MAKES.get(camera % MAKES.size());
    InetAddress address =
        InetAddress.getByAddress(
            new byte[] {10, 32, (byte) (camera / 250), (byte) (camera % 250 + 1)});
    MacAddress card = MacAddress.parse("%s%06X".formatted(make.card, camera));
    List<JournalEvent> events = new ArrayList<>();
    Service web = Service.tcp(address, 80);
    Evidence page =
        evidence(web, "GET /", "HTTP/1.1 200 OK\r\nServer: " + make.server + "\r\n\r\n");
    events.add(
        answered(
            "http",
            web,
            page,
            new Observation.Listening(web, page.id()),
            new Observation.Stated(web, Observable.HTTP_SERVER, make.server, page.id()),
            new Observation.HardwareAddress(web, card, page.id())));
    Evidence told =
        evidence(
            web,
            "GetDeviceInformation",
            "<Manufacturer>" + make.brand + "</Manufacturer><Model>" + make.model + "</Model>");
    events.add(
        answered(
            "onvif",
            web,
            told,
            new Observation.Stated(web, Observable.ONVIF_MANUFACTURER, make.brand, told.id()),
            new Observation.Stated(web, Observable.ONVIF_MODEL, make.model, told.id()),
            new Observation.Stated(web, Observable.ONVIF_FIRMWARE, make.firmware, told.id())));
    Service stream = Service.tcp(address, 554);
    Evidence options =
        evidence(stream, "OPTIONS", "RTSP/1.0 200 OK\r\nServer: Rtsp Server/3.0 " + camera);
    events.add(
        answered(
            "rtsp-options",
            stream,
            options,
            new Observation.Listening(stream, options.id()),
            new Observation.Stated(
                stream, Observable.RTSP_SERVER, "Rtsp Server/3.0", options.id())));
    Service shell = Service.tcp(address, 22);
    Evidence banner = evidence(shell, "", "SSH-2.0-dropbear_2019.78 " + camera);
    events.add(
        answered(
            "banner",
            shell,
            banner,
            new Observation.Listening(shell, banner.id()),
            new Observation.Stated(shell, Observable.HTTP_TITLE, "status", banner.id())));
    return events;
  }

  private static Evidence evidence(Service service, String question, String answer) {
    return Evidence.of(START, service, question, Bytes.utf8(answer), false, false);
  }

  private static JournalEvent answered(
      String probe, Service service, Evidence evidence, Observation... seen) {
    return new JournalEvent.Probed(
        probe, service, new ProbeOutcome.Answered(List.of(seen), List.of(evidence)));
  }
}
