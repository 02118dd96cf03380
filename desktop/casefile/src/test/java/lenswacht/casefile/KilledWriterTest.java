package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lenswacht.assessment.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {
  private static final int LINES = 5_000;

  @TempDir Path folder;

  @Test
  void a_program_killed_while_receiving_leaves_the_former_contents() throws Exception {
    Path file = folder.resolve("case.lenswacht");
    try (PracticeJournal one =
            new PracticeJournal(folder.resolve("a")).start("run-1", "device-1").end();
        PracticeJournal two = new PracticeJournal(folder.resolve("b")).start("run-2", "device-2")) {
      try (CaseFile caseFile = CaseFile.create(file, PracticeJournal.SITE)) {
        caseFile.receive(new ByteArrayInputStream(one.octets()), Recipient.ANYBODY);
      }
      for (int i = 0; i < LINES; i++) {
        two.answer("192.0.2.9", "App-webs/" + i);
      }
      two.octets();

      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledWriterMain.class.getName(),
                  file.toString(),
                  two.file().toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        assertThat(said.readLine()).isEqualTo("waiting");
      } finally {
        child.destroyForcibly().waitFor();
      }

      try (CaseFile caseFile = CaseFile.open(file)) {
        assertThat(caseFile.visits()).extracting(Visit::run).containsExactly("run-1");
        caseFile.verify();
        Received again =
            caseFile.receive(new ByteArrayInputStream(two.octets()), Recipient.ANYBODY);
        assertThat(again.newLines()).isEqualTo(LINES + 3L);
        caseFile.verify();
      }
    }
  }
}
