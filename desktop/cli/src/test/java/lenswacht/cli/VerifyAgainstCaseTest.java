package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lenswacht.casefile.CaseFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every file that was written from a case is checked against it.
class VerifyAgainstCaseTest {
  private static final int FLIPS = 12;

  @TempDir static Path folder;

  private static FlipCampaign campaign;
  private static Path kept;

  @BeforeAll
  static void write_every_format() throws Exception {
    campaign = new FlipCampaign(folder, 7);
    kept = folder.resolve("case.lenswacht");
  }

  private static String out(String name) {
    return folder.resolve(name).toString();
  }

  private static Command verify(Path file, String language) {
    return Command.run("verify", file.toString(), "--case", kept.toString(), "--lang", language);
  }

  private static List<Path> written() throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              file -> file.getFileName().toString().matches("(report-|journals|bundle).*"))
          .sorted()
          .toList();
    }
  }

  @Test
  void every_file_of_every_format_is_known_to_the_case() throws Exception {
    assertThat(written()).hasSize(14);
    try (CaseFile opened = CaseFile.open(kept)) {
      for (Path file : written()) {
        assertThat(opened.custodyLog().check(file).isSame()).as("%s", file).isTrue();
      }
    }
    Command same = verify(folder.resolve("report-ods.ods"), "en");
    assertThat(same.exitCode()).as(same.out()).isZero();
    assertThat(same.out())
        .contains("report-ods.ods is octet by octet")
        .contains("The custody log holds");
    assertThat(verify(folder.resolve("report-csv-findings.csv"), "nl").out())
        .contains("rapport geschreven")
        .contains("\u00e9\u00e9n bladzijde; csv; Nederlands; vertrouwelijk; concept");
    assertThat(verify(folder.resolve("bundle.zip"), "nl").out())
        .contains("bewijs gebundeld")
        .contains("voor de rekenkamer");
  }

  @Test
  void a_few_flips_all_over_each_file_that_is_verified_are_found_and_named() throws Exception {
    assertThat(campaign.each(FLIPS))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            told -> {
              assertThat(told.tried()).isEqualTo(FLIPS);
              assertThat(told.missed()).as(told.name()).isEmpty();
            });
  }

  @Test
  void the_verb_names_the_part_of_a_book_and_the_lines_of_a_table() throws Exception {
    Path book = Files.copy(folder.resolve("report-xlsx.xlsx"), folder.resolve("altered.xlsx"));
    byte[] octets = Files.readAllBytes(book);
    int at = new String(octets, "ISO-8859-1").indexOf("xl/worksheets/sheet2.xml");
    octets[at + 40] ^= 1;
    Files.write(book, octets);
    Command verify = verify(book, "nl");
    assertThat(verify.exitCode()).isEqualTo(4);
    assertThat(verify.out()).contains("Klopt niet").contains("onderdeel xl/worksheets/sheet2.xml");
    Path table =
        Files.copy(folder.resolve("report-csv-dictionary.csv"), folder.resolve("altered.csv"));
    List<String> lines = new ArrayList<>(Files.readString(table).lines().toList());
    Files.writeString(table, Files.readString(table).replace(lines.getLast(), "x"));
    Command shorter = verify(table, "en");
    assertThat(shorter.exitCode()).isEqualTo(4);
    assertThat(shorter.out()).contains("octets shorter than it was then").contains("line");
  }

  @Test
  void what_was_cut_off_goes_on_is_empty_or_is_another_file_is_told_apart() throws Exception {
    Path paper = folder.resolve("altered.pdf");
    byte[] octets = Files.readAllBytes(folder.resolve("report-pdf.pdf"));
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
    assertThat(
            Command.run("verify", out("report-pdf.pdf"), "--case", kept.toString(), "--json").out())
        .contains("\"finding\" : \"SAME\"");
  }
}
