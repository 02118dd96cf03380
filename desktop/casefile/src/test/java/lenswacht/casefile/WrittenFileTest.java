package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lenswacht.casefile.CustodyNote.Value;
import lenswacht.casefile.FileCheck.Altered;
import lenswacht.casefile.FileCheck.Same;
import lenswacht.casefile.FileCheck.Unknown;
import lenswacht.link.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFileTest {
  private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
  private static final int FLIPS = 60;

  @TempDir Path folder;

  private Path kept;
  private Path table;
  private Path archive;
  private Path paper;
  private Path export;

  @BeforeEach
  void write_files_from_a_case() throws Exception {
    kept = folder.resolve("case.lenswacht");
    table = folder.resolve("assets.csv");
    archive = folder.resolve("book.xlsx");
    paper = folder.resolve("report.pdf");
    export = folder.resolve("journals.zip");
    StringBuilder rows = new StringBuilder("address;maker\n");
    for (int i = 0; i < 300; i++) {
      rows.append("192.0.2.").append(i).append(";maker ").append(i).append('\n');
    }
    Files.writeString(table, rows);
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String part : List.of("first.xml", "sheets/sheet1.xml", "sheets/sheet2.xml")) {
        zip.putNextEntry(new ZipEntry(part));
        byte[] noise = new byte[3000];
        new Random(part.hashCode()).nextBytes(noise);
        zip.write(noise);
        zip.closeEntry();
      }
    }
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, 8);
    Files.write(paper, noise);
    try (CaseFile fresh = CaseFile.create(kept, PracticeJournal.SITE);
        PracticeJournal journal =
            new PracticeJournal(folder.resolve("journal")).start("run-1", "device-1")) {
      journal.answer("192.0.2.10", "App-webs/").end();
      fresh.receive(new ByteArrayInputStream(journal.octets()), Recipient.ANYBODY);
      fresh.export(export, Optional.empty());
      fresh
          .custodyLog()
          .keptBy(
              new Custodian(
                  "J. Jansen",
                  () -> Identity.openOrCreate(folder.resolve("keys"), "console"),
                  InstantSource.fixed(NOW)));
      for (Path one : List.of(table, archive, paper, export)) {
        fresh
            .custodyLog()
            .noteFile(
                CustodyAct.Kind.REPORT_WRITTEN,
                one,
                CustodyNote.NONE.with(Value.KIND, "site").with(Value.LANGUAGE, "nl"));
      }
    }
  }

  private FileCheck check(Path file) throws Exception {
    try (CaseFile opened = CaseFile.open(kept)) {
      return opened.custodyLog().check(file);
    }
  }

  private static Altered altered(FileCheck check) {
    assertThat(check.finding()).isInstanceOf(Altered.class);
    return (Altered) check.finding();
  }

  private static String told(FileCheck check, String language) {
    return String.join("\n", new CustodyTale(Locale.of(language)).of(check));
  }

  @Test
  void a_file_that_was_written_is_known_under_any_name_and_told_in_both_languages()
      throws Exception {
    Path elsewhere = Files.copy(table, folder.resolve("received.txt"));
    FileCheck check = check(elsewhere);
    assertThat(check.finding()).isInstanceOf(Same.class);
    assertThat(told(check, "nl"))
        .contains("octet voor octet")
        .contains("2026-03-03T09:00:00Z, door J. Jansen: rapport geschreven, assets.csv")
        .contains("(locatierapport; Nederlands)");
    assertThat(told(check, "en")).contains("octet by octet").contains("(site report; Dutch)");
  }

  @Test
  void every_flipped_octet_of_every_file_is_found_and_its_place_is_named() throws Exception {
    Random random = new Random(3);
    Path copy = folder.resolve("copy");
    for (Path file : List.of(table, archive, paper, export)) {
      byte[] octets = Files.readAllBytes(file);
      List<Integer> places = new ArrayList<>(List.of(0, octets.length - 1));
      random.ints(FLIPS, 0, octets.length).forEach(places::add);
      try (CaseFile opened = CaseFile.open(kept)) {
        for (int at : places) {
          byte[] flipped = octets.clone();
          flipped[at] ^= (byte) (1 << random.nextInt(8));
          Files.write(copy, flipped);
          Altered altered = altered(opened.custodyLog().check(copy));
          assertThat(altered.act().what()).isEqualTo(String.valueOf(file.getFileName()));
          assertThat(altered.places()).hasSize(1);
          assertThat((long) at)
              .isBetween(
                  altered.places().getFirst().octets().from(),
                  altered.places().getFirst().octets().to() - 1);
        }
      }
    }
  }

  @Test
  void of_a_text_the_line_is_named_and_of_an_archive_the_part() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(table));
    lines.set(200, lines.get(200).replace("maker", "other"));
    Files.writeString(table, String.join("\n", lines) + "\n");
    FileCheck.Lines where = altered(check(table)).places().getFirst().lines().orElseThrow();
    assertThat(where.from()).isLessThanOrEqualTo(201);
    assertThat(where.to()).isGreaterThanOrEqualTo(201);
    assertThat(where.to() - where.from()).isLessThan(8);
    assertThat(told(check(table), "nl")).contains("regels " + where.from() + "-" + where.to());
    byte[] octets = Files.readAllBytes(archive);
    octets[octets.length / 2] ^= 1;
    octets[octets.length - 3] ^= 1;
    Files.write(archive, octets);
    assertThat(altered(check(archive)).places().getFirst().parts())
        .containsExactly("sheets/sheet1.xml");
    assertThat(told(check(archive), "en"))
        .contains("part sheets/sheet1.xml")
        .contains("directory of the archive");
  }

  @Test
  void a_file_that_was_cut_off_or_went_on_is_named_with_how_much() throws Exception {
    byte[] octets = Files.readAllBytes(paper);
    Files.write(paper, Arrays.copyOf(octets, octets.length - 1000));
    assertThat(told(check(paper), "nl")).contains("1000 octetten korter");
    assertThat(altered(check(paper)).places().getFirst().octets().to()).isEqualTo(octets.length);
    Files.write(paper, Arrays.copyOf(octets, octets.length + 7));
    assertThat(told(check(paper), "en")).contains("7 octets longer");
    Files.write(paper, new byte[0]);
    assertThat(told(check(paper), "en")).contains("100000 octets shorter");
  }

  @Test
  void nothing_is_known_of_an_empty_or_another_file() throws Exception {
    Path other = Files.createFile(folder.resolve("other.csv"));
    assertThat(check(other).finding()).isInstanceOf(Unknown.class);
    Files.writeString(other, "address;maker\n" + "198.51.100.1;nobody\n".repeat(400));
    assertThat(check(other).finding()).isInstanceOf(Unknown.class);
    assertThat(told(check(other), "nl")).contains("Onbekend").contains("SHA-256");
    byte[] noise = new byte[5000];
    new Random(9).nextBytes(noise);
    Files.write(other, noise);
    assertThat(check(other).finding()).isInstanceOf(Unknown.class);
  }

  @Test
  void what_the_case_remembers_of_a_file_is_small_and_cannot_be_changed_unnoticed()
      throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + kept);
        Statement statement = connection.createStatement()) {
      try (var row =
          statement.executeQuery("SELECT max(length(sums) + length(parts)) FROM written_file")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).isLessThan(16 << 10);
      }
      statement.execute("UPDATE written_file SET sums = zeroblob(length(sums))");
    }
    try (CaseFile opened = CaseFile.open(kept)) {
      assertThat(opened.custodyLog().audit(kept).faults())
          .filteredOn(fault -> fault.kind() == ContentAudit.Kind.CHANGED)
          .hasSize(4);
    }
  }

  @Test
  void of_a_file_that_an_older_program_noted_the_hash_and_the_name_are_known() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + kept);
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM written_file");
    }
    assertThat(check(paper).isSame()).isTrue();
    Files.writeString(paper, "something else");
    assertThat(altered(check(paper)).octetsThen()).isEqualTo(Optional.empty());
    assertThat(told(check(paper), "nl")).contains("alleen de hash");
  }

  @Test
  void a_directory_of_an_archive_that_lies_names_no_parts() throws Exception {
    byte[] octets = Files.readAllBytes(archive);
    Random random = new Random(4);
    for (int round = 0; round < 200; round++) {
      byte[] copy = octets.clone();
      for (int i = 0; i < 6; i++) {
        copy[copy.length - 1 - random.nextInt(200)] = (byte) random.nextInt(256);
      }
      Files.write(archive, copy);
      assertThat(ZipParts.of(archive)).hasSizeLessThan(10);
    }
  }
}
