package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lenswacht.casefile.CaseFile;
import lenswacht.link.Identity;
import lenswacht.link.SealingIdentity;
import lenswacht.link.SealingKey;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What scripts rely on: exit codes, standard output, and that bad input loses nothing.
class CommandTest {
  @TempDir Path folder;

  @Test
  void every_verb_explains_itself() {
    for (String verb : CliMain.command().getSubcommands().keySet()) {
      if (!List.of("agent", "simulate", "console", "test").contains(verb)) {
        assertThat(Command.run(verb, "--help").exitCode()).as(verb).isZero();
      }
    }
    assertThat(Command.run("--help").out())
        .contains("demo", "simulate", "agent", "mandate", "receive", "assess", "assets")
        .contains("findings", "report", "console", "Exit codes");
  }

  @Test
  void an_unknown_verb_is_a_usage_error() {
    assertThat(Command.run("guess").exitCode()).isEqualTo(2);
    assertThat(Command.run().exitCode()).isEqualTo(2);
  }

  @Test
  void a_missing_journal_is_a_usage_error_and_makes_no_case_file() {
    Path file = folder.resolve("new.lenswacht");
    Command receive =
        Command.run("receive", "--from", "journal:" + folder, "--case", file.toString());
    assertThat(receive.exitCode()).isEqualTo(2);
    assertThat(receive.err()).contains("there is no journal");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_journal_that_is_garbage_breaks_integrity_and_makes_no_case_file() throws IOException {
    Files.writeString(Journal.fileIn(folder), "0123456789 garbage\n");
    Path file = folder.resolve("new.lenswacht");
    Command receive =
        Command.run("receive", "--from", "journal:" + folder, "--case", file.toString());
    assertThat(receive.exitCode()).isEqualTo(4);
    assertThat(receive.err()).contains("journal line 1");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_damaged_journal_leaves_the_case_file_as_it_was() throws Exception {
    Path file = folder.resolve("site.lenswacht");
    CaseFile.create(file, "Site").close();
    Identity device = Identity.openOrCreate(folder.resolve("device"), "device");
    SealingKey reader = SealingIdentity.openOrCreate(folder.resolve("reader")).key();
    JournalKeys keys = new JournalKeys(device.privateKey(), device.key(), () -> List.of(reader));
    try (Journal journal =
        Journal.open(folder, keys, java.time.InstantSource.system(), ClockTrust.COMPUTER)) {
      journal.append(new JournalEvent.PhaseStarted(JournalEvent.Phase.SWEEP));
      journal.append(new JournalEvent.PhaseStarted(JournalEvent.Phase.ASK));
    }
    byte[] bytes = Files.readAllBytes(Journal.fileIn(folder));
    bytes[bytes.length - 4] ^= 1;
    Files.write(Journal.fileIn(folder), bytes);
    Command receive =
        Command.run("receive", "--from", "journal:" + folder, "--case", file.toString());
    assertThat(receive.exitCode()).isEqualTo(4);
    assertThat(receive.err()).contains("journal line 4");
    try (CaseFile after = CaseFile.open(file)) {
      assertThat(after.visits()).isEmpty();
      after.verify();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"assets", "assess", "findings", "coverage", "exposure"})
  void a_file_that_is_no_case_file_is_refused_with_a_sentence(String verb) throws IOException {
    Path file = Files.writeString(folder.resolve("note.lenswacht"), "not a case file at all");
    Command command = Command.run(verb, "--case", file.toString());
    assertThat(command.exitCode()).isIn(2, 4);
    assertThat(command.out()).isEmpty();
    assertThat(command.err()).startsWith("lenswacht: ").doesNotContain("Exception");
    assertThat(Files.readString(file)).isEqualTo("not a case file at all");
  }

  @Test
  void a_case_file_that_is_not_there_is_a_usage_error_and_is_not_made() {
    Path file = folder.resolve("nowhere.lenswacht");
    assertThat(Command.run("assets", "--case", file.toString()).exitCode()).isEqualTo(2);
    assertThat(file).doesNotExist();
  }

  @Test
  void a_device_that_is_not_there_is_unreachable() throws Exception {
    Path file = folder.resolve("site.lenswacht");
    CaseFile.create(file, "Site").close();
    Command receive =
        Command.run("receive", "--from", "tcp:127.76.0.1:9", "--case", file.toString());
    assertThat(receive.exitCode()).isEqualTo(7);
  }

  @Test
  void an_answer_that_the_pack_does_not_know_is_refused_and_not_kept() throws Exception {
    Path file = folder.resolve("site.lenswacht");
    CaseFile.create(file, "Site").close();
    for (String answer :
        List.of("site.klass=ministry", "site.class=castle", "audio.enabled=maybe")) {
      Command assess = Command.run("assess", "--case", file.toString(), "--answer", answer);
      assertThat(assess.exitCode()).as(answer).isEqualTo(2);
    }
    try (CaseFile after = CaseFile.open(file)) {
      assertThat(after.answers().site()).isEmpty();
    }
  }

  @Test
  void a_case_without_a_scan_has_no_coverage_and_says_so() throws Exception {
    Path file = folder.resolve("site.lenswacht");
    CaseFile.create(file, "Site").close();
    Command coverage = Command.run("coverage", "--case", file.toString());
    assertThat(coverage.exitCode()).isEqualTo(6);
    assertThat(coverage.err()).contains("nothing was looked at");
  }

  @Test
  void an_empty_case_rates_nothing_and_says_so() throws Exception {
    Path file = folder.resolve("site.lenswacht");
    CaseFile.create(file, "Site").close();
    Command assess = Command.run("assess", "--case", file.toString());
    assertThat(assess.exitCode()).isZero();
    assertThat(assess.err()).contains("espionage not determined, privacy not determined");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1/24",
        "camera.example",
        "10.0.0.0/33",
        "",
        "0.0.0.0/0",
        "10.0.0.0/7",
        "fd00::/31",
        "224.0.0.0/24",
        "255.255.255.255/32"
      })
  void a_range_that_is_none_makes_no_mandate(String range) {
    Path file = folder.resolve("a.mandate");
    Command mandate =
        Command.run(
            "mandate",
            "new",
            "--site",
            "S",
            "--range",
            range,
            "--until",
            "2026-12-31",
            "--out",
            file.toString());
    assertThat(mandate.exitCode()).isEqualTo(2);
    assertThat(file).doesNotExist();
  }

  @Test
  void a_last_day_counts_as_a_whole() throws CommandException {
    LocalDate day = LocalDate.of(2026, 12, 31);
    assertThat(MandateCommand.New.moment("2026-12-31", true))
        .isEqualTo(day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant());
    assertThat(MandateCommand.New.moment("2026-12-31T17:00Z", true))
        .isEqualTo(java.time.Instant.parse("2026-12-31T17:00:00Z"));
  }

  @Test
  void no_cell_of_a_csv_is_taken_for_a_formula() {
    StringWriter text = new StringWriter();
    new Answer(
            List.of("a", "b"),
            List.of(
                List.of("=1+1", "a,b"),
                List.of("@x", "say \"hi\""),
                List.of("-cmd", "-12"),
                List.of("+x", "")))
        .write(Answer.Format.CSV, new PrintWriter(text));
    assertThat(text).hasToString("a,b\n'=1+1,\"a,b\"\n'@x,\"say \"\"hi\"\"\"\n'-cmd,-12\n'+x,\n");
  }
}
