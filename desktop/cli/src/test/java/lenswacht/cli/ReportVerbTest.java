package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a report will be, and writing it.
class ReportVerbTest {
  @TempDir private Path folder;

  @Test
  void a_preview_says_what_would_be_left_out_and_why_it_is_a_draft_and_writes_nothing()
      throws Exception {
    Path file = folder.resolve("a.lenswacht");
    CaseFile.create(file, "Stadhuis").close();
    byte[] before = Files.readAllBytes(file);
    Command preview =
        Command.run("report", "--case", file.toString(), "--preview", "--audience", "internal");
    assertThat(preview.exitCode()).as(preview.err()).isZero();
    assertThat(preview.out()).containsPattern("draft +yes").contains("TLP:AMBER+STRICT");
    assertThat(preview.out()).contains("left out");
    assertThat(
            Command.run("report", "--case", file.toString(), "--preview", "--kind", "notice").out())
        .containsPattern("draft +no");
    assertThat(
            Command.run(
                    "report",
                    "--case",
                    file.toString(),
                    "--preview",
                    "--answer",
                    "site.class=office")
                .exitCode())
        .isEqualTo(2);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    assertThat(Command.run("report", "--case", file.toString()).err()).contains("--out");
  }
}
