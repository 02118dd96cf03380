package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import lenswacht.casefile.EvidenceBundle;
import lenswacht.link.Identity;
import lenswacht.link.SealingIdentity;
import lenswacht.link.SealingKey;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void write_a_journal() throws Exception {
    Identity device = Identity.openOrCreate(folder.resolve("device"), "device");
    SealingKey reader = SealingIdentity.openOrCreate(folder.resolve("reader")).key();
    try (Journal journal =
        Journal.open(
            folder,
            new JournalKeys(device.privateKey(), device.key(), () -> List.of(reader)),
            InstantSource.system(),
            ClockTrust.COMPUTER)) {
      for (int host = 1; host <= 9; host++) {
        journal.append(
            new JournalEvent.Asking(
                "rtsp-options", Service.tcp(InetAddress.ofLiteral("192.0.2." + host), 554)));
        if (host % 3 == 0) {
          journal.sync();
        }
      }
    }
  }

  @Test
  void a_whole_journal_is_said_to_hold_in_both_languages_and_as_facts() {
    Command dutch = Command.run("verify", folder.toString());
    assertThat(dutch.exitCode()).as(dutch.err()).isZero();
    assertThat(dutch.out()).contains("Alles klopt: 14 regels").contains("afgesloten");
    assertThat(Command.run("verify", Journal.fileIn(folder).toString(), "--lang", "en").out())
        .contains("Everything holds: 14 lines")
        .contains("closed in order");
    assertThat(Command.run("verify", folder.toString(), "--json").out())
        .contains("\"whole\" : true");
  }

  @Test
  void an_altered_record_is_named_by_the_verb_and_by_the_program_that_shares_no_code()
      throws Exception {
    assertThat(standAlone()).isEqualTo("whole: 14 lines, closed in order");
    Path file = Journal.fileIn(folder);
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    String line = lines.get(6);
    lines.set(6, line.substring(0, line.length() - 3) + "AAA");
    Files.write(file, lines);
    Command verify = Command.run("verify", folder.toString(), "--lang", "en");
    assertThat(verify.exitCode()).isEqualTo(4);
    assertThat(verify.out())
        .contains("First line that does not: 7")
        .contains("1 line falls away:")
        .contains("line 7: what it told cannot be determined");
    assertThat(standAlone()).isEqualTo("line 7: the hash does not fit");
  }

  @Test
  void a_journal_travels_in_one_file() {
    Path out = folder.resolve("journal.lwx");
    Command export = Command.run("export", "--journal", folder.toString(), "--out", out.toString());
    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(out).isNotEmptyFile();
    assertThat(
            Command.run("export", "--journal", folder.toString(), "--out", out.toString())
                .exitCode())
        .as("nothing is overwritten")
        .isEqualTo(2);
    Command receive =
        Command.run(
            "receive", "--from", "file:" + out, "--case", folder.resolve("x.lenswacht").toString());
    assertThat(receive.exitCode()).isEqualTo(5);
    assertThat(receive.err()).contains("sealed to another console");
    assertThat(folder.resolve("x.lenswacht")).doesNotExist();
  }

  private String standAlone() throws Exception {
    Path verifier = folder.resolve("Verify.java");
    try (InputStream source = EvidenceBundle.verifier()) {
      Files.copy(source, verifier, StandardCopyOption.REPLACE_EXISTING);
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                verifier.toString(),
                Journal.fileIn(folder).toString())
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }
}
