package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.exposure.ExposureFact.OutsideLook;
import lenswacht.assessment.exposure.ExposureFact.OutsideSight;
import lenswacht.assessment.exposure.ExposureFact.OutsideStranger;
import lenswacht.assessment.exposure.Ground;
import lenswacht.casefile.outside.OutsideDocument;
import lenswacht.casefile.outside.OutsideFact;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Planned;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which asset inside is meant by what was seen outside. One camera shows a certificate, one a
/// serial number, one only a name and a title, and two share a certificate.
class OutsideMatchesTest {
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final String OUTER = "203.0.113.9";
  private static final String OWN = "ab".repeat(32);
  private static final String SHARED = "cd".repeat(32);
  private static final String SERIAL = "7G0A1B2PAZ3C4D5";
  private static final Map<Observable, String> SPEAKING =
      Map.of(Observable.HTTP_SERVER, "App-webs/", Observable.HTTP_TITLE, "WEB SERVICE");

  @TempDir Path folder;

  private static JournalEvent said(Service service, Map<Observable, String> stated) {
    Evidence bytes =
        Evidence.of(
            PracticeJournal.START,
            service,
            "GET /",
            Bytes.utf8(service + stated.toString()),
            false,
            false);
    return new JournalEvent.Probed(
        "http",
        service,
        new ProbeOutcome.Answered(
            stated.entrySet().stream()
                .<Observation>map(
                    one ->
                        new Observation.Stated(service, one.getKey(), one.getValue(), bytes.id()))
                .toList(),
            List.of(bytes)));
  }

  private static Service at(String address, int port) {
    return Service.tcp(InetAddress.ofLiteral(address), port);
  }

  private CaseFile visited() throws Exception {
    CaseFile file = CaseFile.create(folder.resolve("case.lenswacht"), PracticeJournal.SITE);
    try (PracticeJournal journal = new PracticeJournal(folder.resolve("inside"))) {
      journal.start("run-1", "device-1");
      journal.append(said(at("192.0.2.10", 443), Map.of(Observable.TLS_FINGERPRINT, OWN)));
      journal.sighting("192.0.2.11", "Login to " + SERIAL);
      journal.append(said(at("192.0.2.12", 80), SPEAKING));
      journal.append(said(at("192.0.2.13", 443), Map.of(Observable.TLS_FINGERPRINT, SHARED)));
      journal.append(said(at("192.0.2.14", 443), Map.of(Observable.TLS_FINGERPRINT, SHARED)));
      file.receive(new ByteArrayInputStream(journal.end().octets()));
    }
    return file;
  }

  private static OutsideFact seen(
      int port, String certificate, String server, String title, String... words) {
    return new OutsideFact.Answering(
        "shodan",
        Instant.parse("2026-02-20T08:00:00Z"),
        "line " + port,
        at(OUTER, port),
        certificate,
        server,
        title,
        "",
        List.of(words));
  }

  private static Stream<String> sights(List<ExposureFact> facts) {
    return facts.stream()
        .filter(OutsideSight.class::isInstance)
        .map(OutsideSight.class::cast)
        .map(
            one ->
                "%d %s %s %s"
                    .formatted(
                        one.outer().port(),
                        one.asset().getHostAddress(),
                        one.matchedBy(),
                        one.sure() ? "sure" : "not sure"));
  }

  @Test
  void an_asset_is_told_by_certificate_then_serial_number_then_by_what_it_says() throws Exception {
    try (CaseFile file = visited()) {
      file.keep(
          "host.json",
          new OutsideDocument(
              "shodan",
              List.of(
                  seen(8001, OWN, "App-webs/", "WEB SERVICE"),
                  seen(8002, "", "App-webs/", "WEB SERVICE", SERIAL),
                  seen(8003, "", "App-webs/", "WEB SERVICE"),
                  seen(8004, SHARED, "", ""),
                  seen(8005, "ef".repeat(32), "nginx", "Welcome", "5H0D3F4PAZ1B2C3")),
              List.of()));

      List<ExposureFact> facts = file.exposureFacts(file.assets(IDENTIFIER));

      assertThat(sights(facts))
          .containsExactlyInAnyOrder(
              "8001 192.0.2.10 certificate sure",
              "8002 192.0.2.11 serial sure",
              "8003 192.0.2.12 banner not sure",
              "8004 192.0.2.13 certificate not sure",
              "8004 192.0.2.14 certificate not sure");
      assertThat(facts)
          .filteredOn(OutsideStranger.class::isInstance)
          .singleElement()
          .satisfies(one -> assertThat(((OutsideStranger) one).outer()).isEqualTo(at(OUTER, 8005)));
    }
  }

  @Test
  void the_kits_own_run_from_outside_is_matched_like_any_other_look_and_makes_no_assets()
      throws Exception {
    try (CaseFile file = visited()) {
      List<String> before = names(file);
      try (PracticeJournal journal = new PracticeJournal(folder.resolve("outside"))) {
        journal.append(
            new JournalEvent.RunStarted(
                "run-2", PracticeJournal.mandate(PracticeJournal.SITE), "device-1", "agent 0.1"));
        journal.append(
            new Planned(
                ScanLevel.CAREFUL,
                List.of(AddressRange.parse(OUTER + "/32")),
                Optional.of("Outside")));
        journal.append(
            new JournalEvent.Swept(
                List.of(AddressRange.parse(OUTER + "/32")),
                List.of(80, 8001),
                1,
                1,
                Optional.empty()));
        journal.append(said(at(OUTER, 8001), Map.of(Observable.TLS_FINGERPRINT, OWN)));
        journal.append(said(at(OUTER, 8002), Map.of(Observable.HTTP_REALM, "Login to " + SERIAL)));
        journal.append(
            new JournalEvent.RunEnded(JournalEvent.RunOutcome.COMPLETE, Map.of("packets", 2L)));
        file.receive(new ByteArrayInputStream(journal.octets()));
      }

      List<SeenAsset> assets = file.assets(IDENTIFIER);
      List<ExposureFact> facts = file.exposureFacts(assets);

      assertThat(names(file)).isEqualTo(before);
      assertThat(sights(facts))
          .containsExactlyInAnyOrder(
              "8001 192.0.2.10 certificate sure", "8002 192.0.2.11 serial sure");
      assertThat(facts)
          .filteredOn(OutsideLook.class::isInstance)
          .singleElement()
          .satisfies(
              fact -> {
                OutsideLook look = (OutsideLook) fact;
                assertThat(look.ports()).containsExactly(80, 8001);
                assertThat(look.ground())
                    .isInstanceOfSatisfying(
                        Ground.Imported.class,
                        ground -> {
                          assertThat(ground.origin()).isEqualTo("lenswacht");
                          assertThat(ground.document()).isEqualTo("scan run run-2");
                          assertThat(ground.at()).isAfter(PracticeJournal.START);
                        });
              });
    }
  }

  private static List<String> names(CaseFile file) throws CaseFileException {
    return file.assets(IDENTIFIER).stream().map(SeenAsset::address).toList();
  }
}
