package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lenswacht.assessment.Answers;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.Visit;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.observation.AddressRange;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Coverage;
import lenswacht.observation.Evidence;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileTest {
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());

  @TempDir Path folder;

  @Test
  void a_received_journal_is_told_as_a_visit() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1")) {
      journal.answer("192.0.2.10", "App-webs/").silence("192.0.2.11").end();

      Received received = caseFile.receive(stream(journal.octets()), Recipient.ANYBODY);

      assertThat(received).isEqualTo(new Received(7, 7, 3, 0));
      List<Visit> visits = caseFile.visits();
      assertThat(visits).hasSize(1);
      Visit visit = visits.getFirst();
      assertThat(visit.run()).isEqualTo("run-1");
      assertThat(visit.device()).isEqualTo("device-1");
      assertThat(visit.mandate().site()).isEqualTo(PracticeJournal.SITE);
      assertThat(visit.started()).isEqualTo(PracticeJournal.START);
      assertThat(visit.ended()).contains(PracticeJournal.START.plusSeconds(6));
      assertThat(visit.outcome()).contains(RunOutcome.COMPLETE);
      assertThat(visit.ports()).containsExactly(80, 554);
      assertThat(visit.addresses()).isEqualTo(254);
      assertThat(visit.answering()).isEqualTo(2);
      assertThat(visit.questions()).isEqualTo(2);
      assertThat(visit.notLookedAt()).hasSize(1);
      assertThat(visit.journalLines()).isEqualTo(7);
      String lastLine = Files.readString(journal.file()).lines().toList().getLast();
      assertThat(visit.journalHash()).isEqualTo(lastLine.substring(0, 64));
    }
  }

  @Test
  void what_was_received_is_there_after_opening_again() throws Exception {
    Path file = folder.resolve("case ?#%.lenswacht");
    try (CaseFile caseFile = CaseFile.create(file, PracticeJournal.SITE);
        PracticeJournal journal = journal("a").start("run-1", "device-1").end()) {
      caseFile.receive(stream(journal.octets()), Recipient.ANYBODY);
    }
    try (CaseFile caseFile = CaseFile.open(file)) {
      assertThat(caseFile.site()).isEqualTo(PracticeJournal.SITE);
      assertThat(caseFile.visits()).hasSize(1);
      caseFile.verify();
    }
    assertThat(Files.isRegularFile(file)).isTrue();
  }

  @Test
  void what_several_visits_looked_at_adds_up() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1")) {
      assertThat(caseFile.coverage()).isEmpty();
      journal.answer("192.0.2.10", "App-webs/").end();
      journal.start("run-2", "device-1").answer("192.0.2.11", "App-webs/").end();
      caseFile.receive(stream(journal.octets()), Recipient.ANYBODY);

      Coverage coverage = caseFile.coverage().orElseThrow();

      assertThat(coverage.rounds()).isEqualTo(2);
      assertThat(coverage.segments()).hasSize(1);
      Coverage.Segment segment = coverage.segments().getFirst();
      assertThat(segment.answered().ranges()).containsExactly(AddressRange.parse("192.0.2.10/31"));
      assertThat(segment.missed()).isZero();
      assertThat(coverage.further()).isNotEmpty();
    }
  }

  @Test
  void one_asset_with_two_addresses_is_one_asset_and_answers_on_either_hold() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1")) {
      journal.sighting("192.0.2.9", "Login to 7G0A1B2PAZ3C4D5");
      journal.sighting("192.0.2.10", "Login to 7G0A1B2PAZ3C4D5").end();
      caseFile.receive(stream(journal.octets()), Recipient.ANYBODY);

      List<SeenAsset> assets = caseFile.assets(new Identifier(Catalogue.bundled()));

      assertThat(assets).hasSize(1);
      assertThat(assets.getFirst().address()).isEqualTo("192.0.2.9");
      assertThat(assets.getFirst().trace().elsewhere()).containsExactly("192.0.2.10");
      assertThat(assets.getFirst().trace().joins()).isNotEmpty();
    }
  }

  @Test
  void assets_come_in_order_of_the_number_and_the_same_fact_once() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1")) {
      journal.answer("192.0.2.100", "b").answer("192.0.2.9", "a").answer("192.0.2.9", "a").end();
      caseFile.receive(stream(journal.octets()), Recipient.ANYBODY);

      List<SeenAsset> assets = caseFile.assets(IDENTIFIER);

      assertThat(assets).extracting(SeenAsset::address).containsExactly("192.0.2.9", "192.0.2.100");
      assertThat(assets.getFirst().mac()).isPresent();
      assertThat(assets.getFirst().observations()).hasSize(3);
    }
  }

  @Test
  void a_later_run_replaces_what_an_earlier_one_saw_at_the_same_address_only() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1")) {
      journal.answer("192.0.2.9", "old").answer("192.0.2.10", "old").end();
      caseFile.receive(stream(journal.octets()), Recipient.ANYBODY);
      journal.start("run-2", "device-1").answer("192.0.2.9", "new").end();
      assertThat(caseFile.receive(stream(journal.octets()), Recipient.ANYBODY).newLines())
          .isEqualTo(6);

      assertThat(caseFile.visits()).extracting(Visit::run).containsExactly("run-1", "run-2");
      assertThat(servers(caseFile)).containsExactly("new", "old");
    }
  }

  @Test
  void receiving_the_same_journal_again_adds_nothing() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1").end()) {
      caseFile.receive(stream(journal.octets()), Recipient.ANYBODY);
      assertThat(caseFile.receive(stream(journal.octets()), Recipient.ANYBODY))
          .isEqualTo(new Received(0, 5, 0, 0));
      byte[] shorter = Arrays.copyOf(journal.octets(), journal.octets().length - 40);
      assertThat(caseFile.receive(stream(shorter), Recipient.ANYBODY).newLines()).isZero();
      assertThat(caseFile.visits().getFirst().outcome()).contains(RunOutcome.COMPLETE);
      caseFile.verify();
    }
  }

  @Test
  void a_journal_goes_on_where_it_was_broken_off() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1")) {
      journal.answer("192.0.2.9", "a").answer("192.0.2.10", "b").end();
      byte[] whole = journal.octets();
      assertThat(caseFile.resumePoint("device-1")).isEmpty();

      Received first =
          caseFile.receive(stream(Arrays.copyOf(whole, whole.length / 2)), Recipient.ANYBODY);
      assertThat(first.tornTail()).isPositive();
      ResumePoint point = caseFile.resumePoint("device-1").orElseThrow();
      assertThat(point.lines()).isEqualTo(first.totalLines());
      byte[] rest = Arrays.copyOfRange(whole, Math.toIntExact(point.octets()), whole.length);
      Received second = caseFile.receive(stream(rest), point, Recipient.ANYBODY);

      assertThat(second.totalLines()).isEqualTo(7);
      assertThat(first.observations() + second.observations()).isEqualTo(6);
      assertThat(caseFile.resumePoint("device-1").orElseThrow().octets()).isEqualTo(whole.length);
      assertThat(caseFile.visits()).hasSize(1);
      assertThat(caseFile.visits().getFirst().questions()).isEqualTo(2);
      assertThat(servers(caseFile)).containsExactly("a", "b");
      caseFile.verify();
    }
  }

  @Test
  void lines_that_do_not_follow_what_is_there_are_refused() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1").end();
        PracticeJournal other = journal("b").start("run-9", "device-1").end()) {
      caseFile.receive(stream(journal.octets()), Recipient.ANYBODY);
      ResumePoint point = caseFile.resumePoint("device-1").orElseThrow();
      assertThatExceptionOfType(BrokenJournalException.class)
          .isThrownBy(() -> caseFile.receive(stream(other.octets()), point, Recipient.ANYBODY))
          .satisfies(broken -> assertThat(broken.sequence()).isEqualTo(6));
      assertThat(caseFile.resumePoint("device-1")).contains(point);
    }
  }

  @Test
  void journals_of_two_devices_live_side_by_side() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal one = journal("a").start("run-1", "device-1");
        PracticeJournal two = journal("b").start("run-2", "device-2")) {
      caseFile.receive(stream(one.answer("192.0.2.9", "one").end().octets()), Recipient.ANYBODY);
      caseFile.receive(stream(two.answer("192.0.2.10", "two").end().octets()), Recipient.ANYBODY);

      assertThat(caseFile.visits())
          .extracting(Visit::device)
          .containsExactly("device-1", "device-2");
      assertThat(servers(caseFile)).containsExactly("one", "two");
      assertThat(caseFile.resumePoint("device-2").orElseThrow().lines()).isEqualTo(6);
      caseFile.verify();
    }
  }

  @Test
  void a_changed_line_is_refused_and_nothing_of_the_journal_is_kept() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1")) {
      byte[] octets = journal.answer("192.0.2.9", "App-webs/").end().octets();
      String text = new String(octets, StandardCharsets.UTF_8);
      byte[] changed = text.replace("App-webs/", "App-webz/").getBytes(StandardCharsets.UTF_8);

      BrokenJournalException broken =
          catchThrowableOfType(
              BrokenJournalException.class,
              () -> caseFile.receive(stream(changed), Recipient.ANYBODY));

      assertThat(broken.sequence()).isEqualTo(4);
      assertThat(caseFile.visits()).isEmpty();
      assertThat(caseFile.resumePoint("device-1")).isEmpty();
      assertThat(caseFile.receive(stream(octets), Recipient.ANYBODY).newLines()).isEqualTo(6);
    }
  }

  @Test
  void a_journal_that_contradicts_kept_lines_is_refused_and_the_kept_ones_stay() throws Exception {
    Path shared = folder.resolve("a");
    try (CaseFile caseFile = newCase()) {
      byte[] beginning;
      try (PracticeJournal journal = journal("a").start("run-1", "device-1")) {
        beginning = journal.octets();
        caseFile.receive(stream(journal.answer("192.0.2.9", "one").octets()), Recipient.ANYBODY);
      }
      Files.write(shared.resolve("journal.lwj"), beginning);
      try (PracticeJournal journal = new PracticeJournal(shared)) {
        byte[] other = journal.answer("192.0.2.9", "two").end().octets();
        assertThatExceptionOfType(BrokenJournalException.class)
            .isThrownBy(() -> caseFile.receive(stream(other), Recipient.ANYBODY))
            .satisfies(broken -> assertThat(broken.sequence()).isEqualTo(4));
      }
      assertThat(servers(caseFile)).containsExactly("one");
      caseFile.verify();
    }
  }

  @Test
  void evidence_is_found_by_its_id() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1")) {
      caseFile.receive(
          stream(journal.answer("192.0.2.9", "App-webs/").end().octets()), Recipient.ANYBODY);
      Observation seen = caseFile.assets(IDENTIFIER).getFirst().observations().getFirst();

      Evidence evidence = caseFile.evidence(seen.evidence()).orElseThrow();

      assertThat(evidence.bytes().utf8()).contains("App-webs/");
      assertThat(evidence.service()).isEqualTo(seen.service());
    }
  }

  @Test
  void a_journal_of_another_site_is_refused() throws Exception {
    try (CaseFile caseFile = newCase();
        PracticeJournal journal = journal("a").start("run-1", "device-1", "Elsewhere")) {
      CaseFileException refused =
          catchThrowableOfType(
              CaseFileException.class,
              () -> caseFile.receive(stream(journal.octets()), Recipient.ANYBODY));
      assertThat(refused.reason()).isEqualTo(Reason.OTHER_SITE);
      journal.start("run-2", "device-1").answer("192.0.2.9", "ours").end();
      caseFile.receive(stream(journal.octets()), Recipient.ANYBODY);
      assertThat(caseFile.visits()).extracting(Visit::run).containsExactly("run-2");
      assertThat(servers(caseFile)).containsExactly("ours");
    }
  }

  @Test
  void the_last_answer_holds_and_an_empty_one_withdraws() throws Exception {
    try (CaseFile caseFile = newCase()) {
      caseFile.answer("site.class", "municipality");
      caseFile.answer("site.class", "ministry");
      caseFile.answer("192.0.2.9", "view.sound", "no");
      caseFile.answer("retention", "28");
      caseFile.answer("retention", "");
      Answers answers = caseFile.answers();
      assertThat(answers.site()).containsExactly(java.util.Map.entry("site.class", "ministry"));
      assertThat(answers.ofAsset("192.0.2.9", "view.sound")).contains("no");
      assertThat(answers.ofSite("site.class")).contains("ministry");
    }
  }

  private CaseFile newCase() throws CaseFileException {
    return CaseFile.create(folder.resolve("case.lenswacht"), PracticeJournal.SITE);
  }

  private PracticeJournal journal(String name) throws Exception {
    return new PracticeJournal(folder.resolve(name));
  }

  private static List<String> servers(CaseFile caseFile) throws CaseFileException {
    return caseFile.assets(IDENTIFIER).stream()
        .flatMap(asset -> asset.observations().stream())
        .filter(Observation.Stated.class::isInstance)
        .map(seen -> ((Observation.Stated) seen).value())
        .toList();
  }

  private static ByteArrayInputStream stream(byte[] octets) {
    return new ByteArrayInputStream(octets);
  }
}
