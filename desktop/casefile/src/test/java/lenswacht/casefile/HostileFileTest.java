package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.BrokenJournalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFileTest {
  @TempDir Path folder;

  @Test
  void garbage_zeros_and_an_empty_file_are_no_case_files() throws IOException {
    byte[] garbage = new byte[8192];
    new Random(7).nextBytes(garbage);
    assertThat(refusal(garbage)).isEqualTo(Reason.NOT_A_CASE_FILE);
    assertThat(refusal(new byte[8192])).isEqualTo(Reason.NOT_A_CASE_FILE);
    assertThat(refusal(new byte[0])).isEqualTo(Reason.NOT_A_CASE_FILE);
  }

  @Test
  void a_database_of_another_program_is_no_case_file() throws Exception {
    Path file = folder.resolve("other.lenswacht");
    alter(file, "CREATE TABLE site (name TEXT)");
    assertThat(refusal(Files.readAllBytes(file))).isEqualTo(Reason.NOT_A_CASE_FILE);
  }

  @Test
  void a_newer_version_is_refused_with_a_sentence() throws Exception {
    byte[] octets = sample();
    ByteBuffer.wrap(octets).putInt(60, 99);
    Path file = Files.write(folder.resolve("newer.lenswacht"), octets);
    CaseFileException refused =
        catchThrowableOfType(CaseFileException.class, () -> CaseFile.open(file));
    assertThat(refused.reason()).isEqualTo(Reason.NEWER_VERSION);
    assertThat(refused).hasMessageContaining("newer program").hasMessageContaining("99");
  }

  @Test
  void a_truncated_file_is_refused_at_every_length_and_never_crashes() throws Exception {
    byte[] octets = sample();
    for (int length = 0; length < octets.length - 1; length += 997) {
      assertThat(refusal(Arrays.copyOf(octets, length)))
          .isIn(Reason.NOT_A_CASE_FILE, Reason.DAMAGED);
    }
  }

  @Test
  void flipped_octets_are_refused_or_found_by_verifying_and_never_crash() throws Exception {
    byte[] octets = sample();
    Random random = new Random(11);
    for (int round = 0; round < 150; round++) {
      byte[] changed = octets.clone();
      int at = random.nextInt(changed.length);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(folder.resolve("flipped.lenswacht"), changed);
      try (CaseFile caseFile = CaseFile.open(file)) {
        caseFile.visits();
        caseFile.answers();
        caseFile.assessments();
        caseFile.verify();
      } catch (CaseFileException | BrokenJournalException refused) {
        assertThat(refused).hasMessageMatching("(?s).+");
      }
    }
  }

  @Test
  void a_trigger_that_someone_planted_is_refused() throws Exception {
    Path file = Files.write(folder.resolve("case.lenswacht"), sample());
    alter(file, "CREATE TRIGGER quiet BEFORE INSERT ON line BEGIN SELECT raise(IGNORE); END");
    CaseFileException refused =
        catchThrowableOfType(CaseFileException.class, () -> CaseFile.open(file));
    assertThat(refused.reason()).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void a_changed_octet_in_a_kept_line_is_found_by_verifying() throws Exception {
    Path file = Files.write(folder.resolve("case.lenswacht"), sample());
    alter(
        file,
        "UPDATE line SET raw = CAST(replace(CAST(raw AS TEXT), 'App-webs', 'App-webz') AS BLOB)");
    try (CaseFile caseFile = CaseFile.open(file)) {
      BrokenJournalException broken =
          catchThrowableOfType(BrokenJournalException.class, caseFile::verify);
      assertThat(broken.sequence()).isEqualTo(4);
    }
  }

  @Test
  void lines_that_were_taken_out_are_found_by_verifying() throws Exception {
    Path file = Files.write(folder.resolve("case.lenswacht"), sample());
    alter(file, "DELETE FROM line WHERE sequence = 6");
    try (CaseFile caseFile = CaseFile.open(file)) {
      BrokenJournalException broken =
          catchThrowableOfType(BrokenJournalException.class, caseFile::verify);
      assertThat(broken.sequence()).isEqualTo(6);
    }
  }

  @Test
  void a_second_writer_is_told_that_the_file_is_in_use() throws Exception {
    Path file = Files.write(folder.resolve("case.lenswacht"), sample());
    try (CaseFile caseFile = CaseFile.open(file);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      CaseFileException refused =
          catchThrowableOfType(
              CaseFileException.class, () -> caseFile.answer("site.class", "ministry"));
      assertThat(refused.reason()).isEqualTo(Reason.IN_USE);
      assertThat(caseFile.visits()).hasSize(1);
      statement.execute("ROLLBACK");
      caseFile.answer("site.class", "ministry");
    }
  }

  @Test
  void a_case_file_is_not_made_over_another_one() throws Exception {
    Path file = Files.write(folder.resolve("case.lenswacht"), sample());
    assertThat(
            catchThrowableOfType(CaseFileException.class, () -> CaseFile.create(file, "Other"))
                .reason())
        .isEqualTo(Reason.STORAGE);
    assertThat(
            catchThrowableOfType(
                    CaseFileException.class, () -> CaseFile.openOrCreate(file, "Other"))
                .reason())
        .isEqualTo(Reason.OTHER_SITE);
    try (CaseFile same = CaseFile.openOrCreate(file, PracticeJournal.SITE)) {
      assertThat(same.visits()).hasSize(1);
    }
  }

  private Reason refusal(byte[] octets) throws IOException {
    Path file = Files.write(folder.resolve("hostile.lenswacht"), octets);
    CaseFileException refused =
        catchThrowableOfType(CaseFileException.class, () -> CaseFile.open(file).close());
    assertThat(refused).as("a file of %d octets", octets.length).isNotNull();
    return refused.reason();
  }

  private byte[] sample() throws Exception {
    Path file = folder.resolve("sample.lenswacht");
    Files.deleteIfExists(file);
    try (CaseFile caseFile = CaseFile.create(file, PracticeJournal.SITE);
        PracticeJournal journal =
            new PracticeJournal(folder.resolve("journal")).start("run-1", "device-1")) {
      caseFile.receive(
          new ByteArrayInputStream(journal.answer("192.0.2.9", "App-webs/").end().octets()),
          Recipient.ANYBODY);
    }
    return Files.readAllBytes(file);
  }

  private static void alter(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
