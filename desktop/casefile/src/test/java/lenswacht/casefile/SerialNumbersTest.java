package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import lenswacht.assessment.SeenAsset;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Conclusion;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a case shows of serial numbers: a hash under its own key, unless the mandates allow more.
class SerialNumbersTest {
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final String SERIAL = "7G0A1B2PAZ3C4D5";
  private static final String OTHER_SERIAL = "5H0D3F4PAZ1B2C3";

  @TempDir Path folder;

  private CaseFile newCase(String name) throws CaseFileException {
    return CaseFile.create(folder.resolve(name + ".lenswacht"), PracticeJournal.SITE);
  }

  private void visit(CaseFile file, String run, String address, String serial, boolean inClear)
      throws Exception {
    try (PracticeJournal journal = new PracticeJournal(folder.resolve(run + file.hashCode()))) {
      journal
          .start(run, "device-1", PracticeJournal.SITE, inClear)
          .sighting(address, "Login to " + serial)
          .end();
      file.receive(new ByteArrayInputStream(journal.octets()), Recipient.ANYBODY);
    }
  }

  private static List<String> serials(CaseFile file) throws CaseFileException {
    return file.assets(IDENTIFIER).stream()
        .map(SeenAsset::identification)
        .map(who -> who.conclusion(Attribute.SERIAL).map(Conclusion::value).orElse(""))
        .toList();
  }

  @Test
  void two_visits_to_one_camera_give_one_hash() throws Exception {
    try (CaseFile file = newCase("a")) {
      visit(file, "run-1", "192.0.2.9", SERIAL, false);
      List<String> first = serials(file);
      visit(file, "run-2", "192.0.2.9", SERIAL, false);
      assertThat(serials(file)).isEqualTo(first);
      visit(file, "run-3", "192.0.2.30", SERIAL, false);
      assertThat(serials(file)).containsOnly(first.getFirst());
      visit(file, "run-4", "192.0.2.31", OTHER_SERIAL, false);
      assertThat(serials(file)).doesNotHaveDuplicates().hasSize(2);
    }
  }

  @Test
  void two_cases_give_different_hashes_and_one_case_the_same_after_opening_again()
      throws Exception {
    List<String> first;
    try (CaseFile file = newCase("a")) {
      visit(file, "run-1", "192.0.2.9", SERIAL, false);
      first = serials(file);
    }
    try (CaseFile other = newCase("b")) {
      visit(other, "run-1", "192.0.2.9", SERIAL, false);
      assertThat(serials(other)).isNotEqualTo(first);
    }
    try (CaseFile again = CaseFile.open(folder.resolve("a.lenswacht"))) {
      assertThat(serials(again)).isEqualTo(first);
    }
  }

  @Test
  void one_mandate_that_does_not_allow_it_keeps_all_serial_numbers_hashed() throws Exception {
    try (CaseFile file = newCase("a")) {
      visit(file, "run-1", "192.0.2.9", SERIAL, true);
      assertThat(serials(file)).containsExactly(SERIAL);
      visit(file, "run-2", "192.0.2.31", OTHER_SERIAL, false);
      assertThat(serials(file)).allMatch(serial -> serial.startsWith("#"));
    }
  }

  @Test
  void evidence_is_shown_masked_and_kept_whole() throws Exception {
    try (CaseFile file = newCase("a")) {
      visit(file, "run-1", "192.0.2.9", SERIAL, false);
      EvidenceId id =
          file.assets(IDENTIFIER).getFirst().identification().claims().getFirst().evidence();
      Evidence proof = file.evidence(id).orElseThrow();
      Evidence shown = file.shown(id, IDENTIFIER).orElseThrow();
      assertThat(proof.bytes().utf8()).isEqualTo("Login to " + SERIAL);
      assertThat(StoredEvidence.bearsItsName(proof)).isTrue();
      assertThat(shown.bytes().utf8()).isEqualTo("Login to " + "*".repeat(SERIAL.length()));
      assertThat(shown.id()).isEqualTo(id);
    }
    try (CaseFile fresh = CaseFile.open(folder.resolve("a.lenswacht"))) {
      EvidenceId id =
          fresh.assets(IDENTIFIER).getFirst().identification().claims().getFirst().evidence();
      try (CaseFile unread = CaseFile.open(folder.resolve("a.lenswacht"))) {
        assertThat(unread.shown(id, IDENTIFIER).orElseThrow().bytes().utf8())
            .doesNotContain(SERIAL);
      }
    }
  }

  @Test
  void no_table_but_the_lines_of_the_journals_holds_a_serial_number() throws Exception {
    Path path = folder.resolve("a.lenswacht");
    try (CaseFile file = newCase("a")) {
      visit(file, "run-1", "192.0.2.9", SERIAL, false);
      file.assess(IDENTIFIER, Edition.bundled(), LocalDate.of(2026, 3, 3));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement()) {
      for (String table : List.of("site", "journal", "run", "evidence", "answer", "assessment")) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              byte[] cell = rows.getBytes(i);
              assertThat(new String(cell == null ? new byte[0] : cell, StandardCharsets.UTF_8))
                  .as(table)
                  .doesNotContain(SERIAL);
            }
          }
        }
      }
    }
  }

  @Test
  void a_case_of_an_earlier_program_gets_its_key_when_it_is_opened() throws Exception {
    Path path = folder.resolve("a.lenswacht");
    try (CaseFile file = newCase("a")) {
      visit(file, "run-1", "192.0.2.9", SERIAL, false);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement()) {
      for (String later :
          List.of(
              "contact",
              "log_segment",
              "traffic_log",
              "outside_fact",
              "zone_plan",
              "serial_key",
              "content_key",
              "custody",
              "remedy_word",
              "biometric_system",
              "plan_picture",
              "floor_word",
              "review_event",
              "glance",
              "custody_line",
              "row_seal",
              "written_file")) {
        statement.execute("DROP TABLE " + later);
      }
      for (String later : List.of("state", "said_by", "note")) {
        statement.execute("ALTER TABLE answer DROP COLUMN " + later);
      }
      statement.execute("PRAGMA user_version = 1");
    }
    List<String> first;
    try (CaseFile file = CaseFile.open(path)) {
      first = serials(file);
      assertThat(first.getFirst()).startsWith("#");
    }
    try (CaseFile file = CaseFile.open(path)) {
      assertThat(serials(file)).isEqualTo(first);
    }
  }
}
