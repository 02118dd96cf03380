package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.FileCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every file that was written from a case is checked against it.
class VerifyAgainstCaseTest {
  private static final int FLIPS = 12;

  @TempDir static Path folder;

  private static Path kept;

  @BeforeAll
  static void write_every_format() throws Exception {
    kept = folder.resolve("case.lenswacht");
    CaseFile.create(kept, "Town hall").close();
    for (String name :
        List.of("r.pdf", "r.odt", "r.xlsx", "r.ods", "r.csv", "oscal.json", "bill.json")) {
      List<String> all =
          new ArrayList<>(
              List.of(
                  "report",
                  "--case",
                  kept.toString(),
                  "--kind",
                  "page",
                  "--out",
                  folder.resolve(name).toString()));
      if (name.endsWith(".json")) {
        all.addAll(List.of("--format", name.equals("bill.json") ? "cyclonedx" : "oscal"));
      }
      Command report = Command.run(all.toArray(String[]::new));
      assertThat(report.err()).as(name).contains("SHA-256");
    }
    Command bundle =
        Command.run(
            "bundle",
            "--case",
            kept.toString(),
            "--out",
            out("bundle.zip"),
            "--report",
            out("r.pdf"),
            "--audience",
            "court");
    assertThat(bundle.exitCode()).as(bundle.err()).isZero();
  }

  private static String out(String name) {
    return folder.resolve(name).toString();
  }

  private static Command verify(Path file, String language) {
    return Command.run("verify", file.toString(), "--case", kept.toString(), "--lang", language);
  }

  private static List<Path> written() throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().matches("(r|oscal|bill|bundle).*"))
          .sorted()
          .toList();
    }
  }

  @Test
  void every_file_of_every_format_is_known_to_the_case() throws Exception {
    assertThat(written()).hasSize(12);
    try (CaseFile opened = CaseFile.open(kept)) {
      for (Path file : written()) {
        assertThat(opened.custodyLog().check(file).isSame()).as("%s", file).isTrue();
      }
    }
    Command same = verify(folder.resolve("r.ods"), "en");
    assertThat(same.exitCode()).as(same.out()).isZero();
    assertThat(same.out()).contains("r.ods is octet by octet").contains("The custody log holds");
    assertThat(verify(folder.resolve("r-findings.csv"), "nl").out())
        .contains("rapport geschreven")
        .contains("\u00e9\u00e9n bladzijde; csv; Nederlands; vertrouwelijk; concept");
    assertThat(verify(folder.resolve("bundle.zip"), "nl").out())
        .contains("bewijs gebundeld")
        .contains("voor court");
  }

  @Test
  void every_flipped_octet_in_every_format_is_found_and_its_place_is_named() throws Exception {
    Random random = new Random(41);
    Path copy = folder.resolve("copy");
    try (CaseFile opened = CaseFile.open(kept)) {
      for (Path file : written()) {
        byte[] octets = Files.readAllBytes(file);
        List<Integer> places = new ArrayList<>(List.of(0, octets.length - 1));
        random.ints(FLIPS, 0, octets.length).forEach(places::add);
        for (int at : places) {
          byte[] flipped = octets.clone();
          flipped[at] ^= (byte) (1 << random.nextInt(8));
          Files.write(copy, flipped);
          FileCheck check = opened.custodyLog().check(copy);
          assertThat(check.finding())
              .as("%s octet %d", file, at)
              .isInstanceOfSatisfying(
                  FileCheck.Altered.class,
                  altered -> {
                    assertThat(altered.act().what()).isEqualTo(file.getFileName().toString());
                    assertThat(altered.places())
                        .singleElement()
                        .satisfies(
                            place ->
                                assertThat((long) at)
                                    .isBetween(place.octets().from(), place.octets().to() - 1));
                  });
        }
      }
    }
  }

  @Test
  void the_verb_names_the_part_of_a_book_and_the_lines_of_a_table() throws Exception {
    Path book = Files.copy(folder.resolve("r.xlsx"), folder.resolve("altered.xlsx"));
    byte[] octets = Files.readAllBytes(book);
    int at = new String(octets, "ISO-8859-1").indexOf("xl/worksheets/sheet2.xml");
    octets[at + 40] ^= 1;
    Files.write(book, octets);
    Command verify = verify(book, "nl");
    assertThat(verify.exitCode()).isEqualTo(4);
    assertThat(verify.out()).contains("Klopt niet").contains("onderdeel xl/worksheets/sheet2.xml");
    Path table = Files.copy(folder.resolve("r-dictionary.csv"), folder.resolve("altered.csv"));
    List<String> lines = new ArrayList<>(Files.readString(table).lines().toList());
    Files.writeString(table, Files.readString(table).replace(lines.getLast(), "x"));
    Command shorter = verify(table, "en");
    assertThat(shorter.exitCode()).isEqualTo(4);
    assertThat(shorter.out()).contains("octets shorter than it was then").contains("line");
  }

  @Test
  void what_was_cut_off_goes_on_is_empty_or_is_another_file_is_told_apart() throws Exception {
    Path paper = folder.resolve("altered.pdf");
    byte[] octets = Files.readAllBytes(folder.resolve("r.pdf"));
    Files.write(paper, Arrays.copyOf(octets, octets.length / 2));
    assertThat(verify(paper, "nl").exitCode()).isEqualTo(4);
    Files.write(paper, octets);
    Files.writeString(paper, "% a remark\n", StandardOpenOption.APPEND);
    assertThat(verify(paper, "nl").out()).contains("11 octetten langer");
    Path other = Files.writeString(folder.resolve("other.txt"), "nothing of this case\n");
    Command unknown = verify(other, "en");
    assertThat(unknown.exitCode()).isEqualTo(6);
    assertThat(unknown.out()).contains("no file like other.txt was written from this case");
    Files.write(other, new byte[0]);
    assertThat(verify(other, "nl").exitCode()).isEqualTo(6);
    assertThat(verify(folder.resolve("nowhere"), "nl").exitCode()).isEqualTo(2);
    assertThat(Command.run("verify", out("r.pdf"), "--case", kept.toString(), "--json").out())
        .contains("\"finding\" : \"SAME\"");
  }
}
