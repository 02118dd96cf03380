package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.review.FilledIn;
import lenswacht.casefile.review.ReviewFiles;
import lenswacht.link.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a script may do in a review.
class ReviewVerbsTest {
  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void make_a_case() throws Exception {
    Path path = folder.resolve("a.lenswacht");
    try (CaseFile made = CaseFile.create(path, "Stadhuis")) {
      made.decisions()
          .register(
              java.util.List.of(
                  new BiometricSystem(
                      "Deur",
                      BiometricSystem.Kind.DOOR_TERMINAL,
                      java.util.List.of(),
                      java.util.Map.of(
                          BiometricField.HUMAN_REVIEW, "no",
                          BiometricField.AUTOMATIC_DECISION, "yes"))),
              "J. Jansen",
              java.time.Instant.EPOCH);
    }
    file = path.toString();
  }

  private Command assign(String set) {
    return Command.run("review", "assign", "--case", file, "--set", set, "--by", "Hans Heuvel");
  }

  @Test
  void statements_are_listed_with_whom_they_wait_for_in_three_forms() {
    Command json = Command.run("review", "list", "--case", file, "--format", "json");
    assertThat(json.exitCode()).isZero();
    assertThat(json.out()).contains("\"key\" : \"biometric|Deur|").contains("\"handler\"");
    assertThat(Command.run("review", "list", "--case", file, "--format", "csv").out())
        .startsWith("key,kind,statement,stage,waits_for");
    assertThat(Command.run("review", "list", "--case", file, "--format", "text").exitCode())
        .isZero();
    assign("handler=Hans Heuvel");
    assertThat(
            Command.run(
                    "review",
                    "list",
                    "--case",
                    file,
                    "--waiting-for",
                    "Hans Heuvel",
                    "--format",
                    "csv")
                .out())
        .contains("handler:Hans Heuvel");
  }

  @Test
  void who_scanned_cannot_be_assigned_second_and_the_reason_is_told() {
    assertThat(assign("second=Sjoerd Smit").err()).contains("Nobody said who ran the scan");
    assertThat(assign("operator=Olga Oudejans").exitCode()).isZero();
    Command refused = assign("second=O. Oudejans");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("cannot be the second assessor");
    assertThat(assign("second=Sjoerd Smit").exitCode()).isZero();
    assertThat(assign("chief=Sjoerd Smit").exitCode()).isEqualTo(2);
    assertThat(Command.run("review", "show", "--case", file).out()).contains("Sjoerd Smit");
  }

  @Test
  void what_is_passed_on_goes_to_a_file_and_what_is_altered_is_not_taken_in() throws Exception {
    assign("operator=Olga Oudejans");
    assign("second=Sjoerd Smit");
    Path out = folder.resolve("second.lwreview");
    Command export =
        Command.run(
            "review",
            "export",
            "--case",
            file,
            "--for",
            "second",
            "--by",
            "Hans Heuvel",
            "--out",
            out.toString());
    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(export.out()).startsWith("sha256 ");
    assertThat(Files.readString(out)).contains("Sjoerd Smit").doesNotContain("Heuvel");
    Command altered = Command.run("review", "import", "--case", file, "--file", out.toString());
    assertThat(altered.exitCode()).isEqualTo(4);
    assertThat(altered.err()).contains("not signed, or was altered");
    Identity elsewhere = Identity.ofConsole(folder.resolve("elsewhere"), "console");
    Path back = folder.resolve("second.lwassessed");
    ReviewFiles.write(FilledIn.of(ReviewFiles.readExtract(out), List.of()).signed(elsewhere), back);
    Command other =
        Command.run(
            "review", "import", "--case", file, "--file", back.toString(), "--key", "0123456789");
    assertThat(other.exitCode()).isEqualTo(4);
    assertThat(other.err()).contains("signed with key " + Identity.mark(elsewhere.key()));
    Command taken =
        Command.run(
            "review",
            "import",
            "--case",
            file,
            "--file",
            back.toString(),
            "--key",
            Identity.mark(elsewhere.key()));
    assertThat(taken.exitCode()).as(taken.err()).isZero();
    assertThat(
            Command.run("review", "import", "--case", file, "--file", "gone.lwassessed").exitCode())
        .isEqualTo(2);
  }

  @Test
  void no_verb_concludes_passes_on_or_determines() {
    for (String verb : new String[] {"conclude", "file", "handle", "determine", "accept"}) {
      assertThat(Command.run("review", verb, "--case", file).exitCode()).isEqualTo(2);
    }
  }
}
