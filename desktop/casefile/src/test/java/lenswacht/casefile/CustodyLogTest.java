package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import lenswacht.casefile.ContentAudit.Fault;
import lenswacht.casefile.ContentAudit.Kind;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.link.Identity;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.FactJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustodyLogTest {
  private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
  private static final int FLIPS = 40;
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final Edition EDITION = Edition.bundled();

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void make_a_case() throws Exception {
    file = folder.resolve("case.lenswacht");
    try (CaseFile fresh = kept(CaseFile.create(file, PracticeJournal.SITE));
        PracticeJournal journal =
            new PracticeJournal(folder.resolve("journal")).start("run-1", "device-1")) {
      journal.answer("192.0.2.10", "App-webs/").silence("192.0.2.11").end();
      fresh.receive(new ByteArrayInputStream(journal.octets()), Recipient.ANYBODY);
      fresh.answer("site.class", "ministry");
    }
  }

  private CaseFile kept(CaseFile opened) {
    return kept(opened, "J. Jansen", NOW);
  }

  private CaseFile kept(CaseFile opened, String person, Instant at) {
    opened
        .custodyLog()
        .keptBy(
            new Custodian(
                person,
                () -> Identity.openOrCreate(folder.resolve("keys"), "console"),
                InstantSource.fixed(at)));
    return opened;
  }

  private ContentAudit audit() throws Exception {
    try (CaseFile opened = CaseFile.open(file)) {
      return opened.audit(IDENTIFIER, EDITION).content();
    }
  }

  private void alter(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void what_came_in_is_noted_when_the_case_is_closed() throws Exception {
    try (CaseFile opened = CaseFile.open(file)) {
      List<CustodyAct> acts = opened.custodyLog().acts();
      assertThat(acts)
          .extracting(CustodyAct::kind)
          .containsExactly(CustodyAct.Kind.MADE, CustodyAct.Kind.JOURNAL_RECEIVED);
      assertThat(acts.getLast().sha256()).isEqualTo(opened.visits().getFirst().journalHash());
      assertThat(acts.getLast().by()).isEqualTo("J. Jansen");
      assertThat(acts.getLast().at()).isEqualTo(NOW);
    }
    assertThat(audit().faults()).isEmpty();
    assertThat(audit().unsigned()).isEmpty();
  }

  @Test
  void looking_at_a_case_writes_nothing() throws Exception {
    byte[] before = Files.readAllBytes(file);
    try (CaseFile opened = kept(CaseFile.open(file))) {
      assertThat(opened.answers().site()).containsEntry("site.class", "ministry");
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void who_opens_a_case_to_work_in_it_is_noted_once_a_day_and_before_what_was_done()
      throws Exception {
    for (int round = 0; round < 3; round++) {
      try (CaseFile opened = kept(CaseFile.open(file), "P. Pieters", NOW)) {
        opened.answer("site.public", "round " + round);
      }
    }
    try (CaseFile opened = kept(CaseFile.open(file), "P. Pieters", NOW.plusSeconds(86_400))) {
      opened.answer("site.public", "the day after");
    }
    try (CaseFile opened = CaseFile.open(file)) {
      assertThat(opened.custodyLog().acts().stream().skip(2))
          .extracting(act -> act.kind() + " " + act.by())
          .containsExactly(
              "OPENED P. Pieters",
              "SEALED P. Pieters",
              "SEALED P. Pieters",
              "SEALED P. Pieters",
              "OPENED P. Pieters",
              "SEALED P. Pieters");
      assertThat(new CustodyTale(Locale.of("nl")).note(opened.custodyLog().acts().get(2)))
          .isEqualTo("sinds " + NOW);
    }
  }

  @Test
  void what_the_program_tells_of_an_act_is_told_in_both_languages_and_old_lines_are_still_read()
      throws Exception {
    CustodyTale dutch = new CustodyTale(Locale.of("nl"));
    CustodyTale english = new CustodyTale(Locale.of("en"));
    CustodyAct received;
    try (CaseFile opened = CaseFile.open(file)) {
      received = opened.custodyLog().acts().getLast();
    }
    assertThat(dutch.what(received)).isEqualTo("journaal 1 van device-1");
    assertThat(english.what(received)).isEqualTo("journal 1 of device-1");
    assertThat(dutch.note(received)).matches(".*laatste regel; [0-9]+ regels; [0-9]+ octetten");
    assertThat(english.note(received)).matches(".*last line; [0-9]+ lines; [0-9]+ octets");
    String before =
        """
        {"number":1,"at":"2026-03-03T09:00:00Z","clock":"COMPUTER","by":"J. Jansen",\
        "kind":"IMPORTED","what":"dns.log","sha256":"","note":"12 lines","seals":0,"sealed":"00"}""";
    assertThat(dutch.note(FactJson.read(before, CustodyAct.class))).isEqualTo("12 lines");
    for (CustodyAct.Kind kind : CustodyAct.Kind.values()) {
      assertThat(List.of(dutch.act(kind), english.act(kind))).doesNotHaveDuplicates();
    }
    for (CustodyNote.Value value : CustodyNote.Value.values()) {
      CustodyAct act =
          new CustodyAct(
              1,
              NOW,
              ClockTrust.COMPUTER,
              "J. Jansen",
              CustodyAct.Kind.SEALED,
              "",
              "",
              "",
              Optional.of(CustodyNote.NONE.with(value, "site")),
              0,
              "");
      assertThat(dutch.note(act)).as("%s", value).isNotNull();
      assertThat(english.note(act)).as("%s", value).isNotNull();
    }
  }

  @Test
  void sums_that_were_made_before_the_shape_changed_are_older_and_no_fault() throws Exception {
    alter("DROP TABLE written_file");
    alter("PRAGMA user_version = 13");
    ContentAudit audit = audit();
    assertThat(audit.faults()).isEmpty();
    assertThat(audit.sums()).isEqualTo(ContentAudit.Sums.OLDER);
    try (CaseFile opened = kept(CaseFile.open(file))) {
      opened.answer("site.public", "no");
    }
    assertThat(audit().sums()).isEqualTo(ContentAudit.Sums.COMPARED);
  }

  @Test
  void an_act_and_the_retention_date_are_kept() throws Exception {
    try (CaseFile opened = kept(CaseFile.open(file))) {
      opened.custodyLog().noteFile(CustodyAct.Kind.REPORT_WRITTEN, file, CustodyNote.NONE);
      opened.custodyLog().retain(new Retention(LocalDate.of(2029, 1, 1), "selection list 5.1"));
    }
    try (CaseFile opened = CaseFile.open(file)) {
      assertThat(opened.custodyLog().retention())
          .contains(new Retention(LocalDate.of(2029, 1, 1), "selection list 5.1"));
      assertThat(opened.custodyLog().acts()).hasSize(4);
    }
    assertThat(audit().isWhole()).isTrue();
  }

  @Test
  void an_altered_a_removed_and_a_strange_row_are_each_named() throws Exception {
    alter("UPDATE answer SET value = 'shop' WHERE id = 1");
    assertThat(audit().faults()).contains(new Fault(Kind.CHANGED, "answer 1"));
    alter("DELETE FROM answer");
    assertThat(audit().faults()).contains(new Fault(Kind.MISSING, "answer 1"));
    alter("INSERT INTO answer (id, address, field, value) VALUES (7, '', 'x', 'y')");
    assertThat(audit().faults()).contains(new Fault(Kind.STRANGE, "answer 7"));
  }

  @Test
  void a_moment_that_cannot_be_read_is_damage_that_is_named() throws Exception {
    alter(
        "INSERT INTO assessment (id, edition, on_day, kept_at, ratings, sha256)"
            + " VALUES (1, 'e', '2026-03-03', '2026-03)03', '{}', '00')");
    assertThat(audit().faults()).contains(new Fault(Kind.STRANGE, "assessment 1"));
    alter("UPDATE answer SET answered_at = '2026-03)03'");
    assertThat(audit().faults()).contains(new Fault(Kind.CHANGED, "answer 1"));
    try (CaseFile opened = CaseFile.open(file)) {
      assertThatThrownBy(opened::answers).isInstanceOf(CaseFileException.class);
      assertThatThrownBy(() -> opened.decisions().answers()).isInstanceOf(CaseFileException.class);
    }
  }

  @Test
  void a_row_altered_together_with_its_digest_is_found_by_what_was_signed() throws Exception {
    alter("UPDATE row_seal SET digest = x'00' WHERE of_table = 'answer'");
    assertThat(audit().faults()).extracting(Fault::kind).contains(Kind.SEALS);
    alter("DELETE FROM row_seal WHERE of_table = 'answer'");
    assertThat(audit().faults()).extracting(Fault::kind).contains(Kind.SEALS);
  }

  @Test
  void an_altered_line_of_the_log_is_named() throws Exception {
    alter("UPDATE custody_line SET line = replace(line, 'Jansen', 'Pieters') WHERE number = 1");
    assertThat(audit().faults()).contains(new Fault(Kind.CUSTODY, "custody_line 1"));
  }

  @Test
  void a_program_that_stops_midway_leaves_rows_that_hold_and_are_not_signed_for() throws Exception {
    try (CaseFile opened = CaseFile.open(file)) {
      opened.answer("site.public", "yes");
    }
    assertThat(audit().isWhole()).isTrue();
    assertThat(audit().unsigned()).containsExactly("answer 2");
    try (CaseFile opened = kept(CaseFile.open(file))) {
      opened.answer("site.public", "no");
    }
    assertThat(audit().unsigned()).isEmpty();
  }

  @Test
  void every_flipped_octet_of_a_case_is_found() throws Exception {
    byte[] octets = Files.readAllBytes(file);
    Random random = new Random(17);
    List<Integer> places = new ArrayList<>(List.of(0, octets.length - 1));
    for (int at = 1; at < 100; at += 5) {
      places.add(at);
    }
    random.ints(FLIPS, 0, octets.length).forEach(places::add);
    for (int at : places) {
      byte[] copy = octets.clone();
      copy[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, copy);
      assertThat(isFound()).as("octet %d", at).isTrue();
    }
  }

  @Test
  void without_the_sums_beside_it_a_flipped_octet_is_found_or_is_none_of_its_content()
      throws Exception {
    Files.delete(FileSums.beside(file));
    byte[] octets = Files.readAllBytes(file);
    String content = content();
    Random random = new Random(18);
    int found = 0;
    for (int round = 0; round < FLIPS; round++) {
      int at = random.nextInt(octets.length);
      byte[] copy = octets.clone();
      copy[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, copy);
      if (isFound()) {
        found++;
      } else {
        assertThat(content()).as("octet %d", at).isEqualTo(content);
      }
    }
    assertThat(found).isPositive();
  }

  private boolean isFound() throws Exception {
    try (CaseFile opened = CaseFile.open(file)) {
      return !opened.audit(IDENTIFIER, EDITION).isWhole();
    } catch (CaseFileException refused) {
      return true;
    }
  }

  /// Everything that the tables hold.
  private String content() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (var rows = statement.executeQuery("SELECT name FROM sqlite_schema ORDER BY name")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        if (table.contains("autoindex") || table.equals("line_telling")) {
          continue;
        }
        try (var rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              all.append(
                  Optional.ofNullable(rows.getObject(i)).map(CustodyLogTest::text).orElse("-"));
            }
          }
        }
      }
    }
    return all.toString();
  }

  private static String text(Object value) {
    return value instanceof byte[] octets ? java.util.Arrays.toString(octets) : value.toString();
  }
}
