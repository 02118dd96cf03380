package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioVerbTest {
  @TempDir Path folder;

  @Test
  void sites_are_listed_as_text_csv_and_json_and_a_damaged_file_is_not_dropped() throws Exception {
    CaseFile.create(folder.resolve("a.lenswacht"), "=Turfmarkt 147").close();
    Files.writeString(folder.resolve("b.lenswacht"), "no case file");

    Command csv = Command.run("portfolio", folder.toString(), "--format", "csv", "--lang", "en");
    assertThat(csv.exitCode()).isEqualTo(6);
    assertThat(csv.out().lines().findFirst().orElseThrow())
        .startsWith("site,espionage,privacy,assets,looked_at,allowed,last_visit,days_ago");
    assertThat(csv.out()).contains("'=Turfmarkt 147").contains("not-a-case-file");
    assertThat(csv.err()).contains("not determined 2", "cannot be read: 1", "never visited: 1");

    assertThat(csv.out()).contains(",keep_until,keeping").contains(",,nobody-said");
    assertThat(csv.err()).contains("retention: 0 still to come, 0 past, 1 of which nobody said");

    Command.run(
        "custody",
        "--case",
        folder.resolve("a.lenswacht").toString(),
        "--retain-until",
        "2031-05-01",
        "--ground",
        "list 5.1",
        "--by",
        "J. Jansen");
    assertThat(
            Command.run("portfolio", folder.toString(), "--format", "csv", "--on", "2031-04-30")
                .out())
        .contains(",2031-05-01,kept");
    Command past = Command.run("portfolio", folder.toString(), "--on", "2031-05-01");
    assertThat(past.out()).contains("2031-05-01").contains("past");
    assertThat(past.err()).contains("bewaren: 0 nog niet verstreken, 1 verstreken");

    assertThat(Command.run("portfolio", folder.toString(), "--format", "json").out())
        .contains("\"site\"", "not-judged");
    assertThat(Command.run("portfolio", folder.toString()).out()).contains("=Turfmarkt 147");
    assertThat(Command.run("portfolio", folder.resolve("no").toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void a_folder_without_case_files_is_an_empty_list() {
    Command none = Command.run("portfolio", folder.toString());
    assertThat(none.exitCode()).isZero();
    assertThat(none.err()).contains("0 locaties");
  }
}
