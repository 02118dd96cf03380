package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.assessment.outward.WaysOut.Outcome;
import lenswacht.casefile.log.LogReader;
import lenswacht.casefile.log.LogReading;
import lenswacht.casefile.outside.OutsideDocument;
import lenswacht.casefile.outside.OutsideReader;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.domain.DomainCatalogue;
import lenswacht.fingerprint.domain.DomainMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaysOutTest {
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final String LINE = "Nov 21 07:03:27 dnsmasq[1]: query[A] %s from %s\n";

  @TempDir Path folder;

  private CaseFile visited() throws Exception {
    CaseFile file = CaseFile.create(folder.resolve("case.lenswacht"), PracticeJournal.SITE);
    try (PracticeJournal journal =
        new PracticeJournal(Files.createDirectories(folder.resolve("j"))).start("run-1", "dev")) {
      journal.answer("192.0.2.10", "App-webs/").end();
      try (InputStream in = new ByteArrayInputStream(journal.octets())) {
        file.receive(in, Recipient.ANYBODY);
      }
    }
    return file;
  }

  private static LogReading read(CaseFile file, String text) throws Exception {
    LogReader reader =
        new LogReader(
            new DomainMatcher(DomainCatalogue.bundled()), file.clientPolicy(), ZoneOffset.UTC);
    return reader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        Instant.parse("2026-11-21T12:00:00Z"),
        () -> true);
  }

  @Test
  void a_log_that_is_read_twice_counts_once() throws Exception {
    try (CaseFile file = visited()) {
      LogReading reading = read(file, LINE.formatted("www.ezviz.com", "192.0.2.10").repeat(3));

      assertThat(file.keep("one.log", reading)).isFalse();
      assertThat(file.keep("again.log", reading)).isTrue();
      assertThat(file.contacts())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.times()).isEqualTo(3);
                assertThat(one.client()).isEqualTo("192.0.2.10");
                assertThat(one.operator()).isEqualTo("EZVIZ");
                assertThat(one.country()).isEqualTo("CN");
              });
      assertThat(file.logs()).extracting(KeptLog::name).containsExactly("again.log");
    }
  }

  @Test
  void what_is_kept_is_there_after_opening_again_and_tells_the_ways_out() throws Exception {
    try (CaseFile file = visited()) {
      file.keep(
          "resolver.log",
          read(
              file,
              LINE.formatted("www.ezviz.com", "192.0.2.10")
                  + LINE.formatted("app.clearview.ai", "192.0.2.77")
                  + LINE.formatted("pimeyes.com", "10.9.9.9")));
    }
    try (CaseFile file = CaseFile.open(folder.resolve("case.lenswacht"))) {
      List<SeenAsset> assets = file.assets(IDENTIFIER);
      WaysOut ways = file.waysOut(assets);
      assertThat(ways.calls())
          .extracting(call -> call.caller() + " " + call.name() + " " + call.country())
          .containsExactly("192.0.2.10 ezviz.com CN");
      assertThat(ways.faces())
          .extracting(use -> use.segment() + " " + use.outcome() + " " + use.service())
          .containsExactly(
              "10.9.9.0/24 OBSERVED pimeyes.com", "192.0.2.0/24 OBSERVED clearview.ai");
      assertThat(ways.unwatched()).isEmpty();
      assertThat(Files.readString(folder.resolve("case.lenswacht"), StandardCharsets.ISO_8859_1))
          .doesNotContain("192.0.2.77")
          .doesNotContain("10.9.9.9");
      assertThat(file.exposureFacts(assets))
          .anyMatch(fact -> fact instanceof ExposureFact.Call call && !call.reached())
          .anyMatch(ExposureFact.CallsWatched.class::isInstance);
    }
  }

  @Test
  void without_a_log_of_its_segment_nothing_can_be_told_of_an_asset() throws Exception {
    try (CaseFile file = visited()) {
      WaysOut ways = file.waysOut(file.assets(IDENTIFIER));

      assertThat(ways.unwatched()).containsExactly("192.0.2.10");
      assertThat(ways.faces()).allMatch(use -> use.outcome() == Outcome.CANNOT_TELL);

      file.keep("resolver.log", read(file, LINE.formatted("www.example.nl", "192.0.2.10")));
      WaysOut watched = file.waysOut(file.assets(IDENTIFIER));
      assertThat(watched.unwatched()).isEmpty();
      assertThat(watched.faces()).allMatch(use -> use.outcome() == Outcome.NOT_OBSERVED);
    }
  }

  @Test
  void a_look_from_outside_that_comes_twice_counts_once_and_keeps_date_and_origin()
      throws Exception {
    Path host = folder.resolve("host.json");
    Files.writeString(
        host,
        """
        {"ip_str":"192.0.2.10","last_update":"2026-11-02T10:00:00","ports":[80],"data":[
         {"port":80,"transport":"tcp","timestamp":"2026-11-01T09:30:00",
          "data":"HTTP/1.1 200 OK\\r\\nServer: x SN5A01234567890\\r\\n"}]}
        """);
    try (CaseFile file = visited()) {
      OutsideDocument document = new OutsideReader().read(host);
      assertThat(file.keep("host.json", document)).isEqualTo(2);
      assertThat(file.keep("copy.json", document)).isZero();
      List<SeenAsset> assets = file.assets(IDENTIFIER);
      assertThat(file.exposureFacts(assets))
          .filteredOn(ExposureFact.OutsideSight.class::isInstance)
          .singleElement()
          .satisfies(
              fact -> {
                ExposureFact.OutsideSight sight = (ExposureFact.OutsideSight) fact;
                assertThat(sight.matchedBy()).isEqualTo("address");
                assertThat(sight.sure()).isTrue();
                assertThat(sight.ground().toString())
                    .contains("shodan")
                    .contains("2026-11-01T09:30:00Z")
                    .contains("host.json");
              });
      assertThat(file.outside().toString()).doesNotContain("5A01234567890");
    }
  }
}
