package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lenswacht.casefile.CaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustodyVerbsTest {
  @TempDir Path folder;

  private String file;

  @BeforeEach
  void make_a_case() throws Exception {
    file = folder.resolve("case.lenswacht").toString();
    CaseFile.create(Path.of(file), "Town hall").close();
  }

  @Test
  void a_case_is_kept_until_a_day_and_its_log_is_shown_in_three_forms() {
    Command set =
        Command.run(
            "custody",
            "--case",
            file,
            "--retain-until",
            "2031-05-01",
            "--ground",
            "list 5.1",
            "--by",
            "=J. Jansen");
    assertThat(set.exitCode()).as(set.err()).isZero();
    assertThat(set.out()).contains("Bewaard tot 2031-05-01: list 5.1").contains("bewaring begint");
    assertThat(Command.run("custody", "--case", file, "--lang", "en").out())
        .contains("Kept until 2031-05-01");
    assertThat(Command.run("custody", "--case", file, "--format", "json").out())
        .contains("\"kind\" : \"RETENTION_SET\"");
    assertThat(Command.run("custody", "--case", file, "--format", "csv").out())
        .startsWith("number,at,clock,by,act")
        .contains(",'=J. Jansen,RETENTION_SET,2031-05-01,");
    assertThat(Command.run("custody", "--case", file, "--retain-until", "2031-05-01").exitCode())
        .isEqualTo(2);
  }

  @Test
  void an_erasure_is_refused_before_its_date_and_leaves_a_certificate_that_holds()
      throws Exception {
    List<String> erase =
        List.of("erase", "--case", file, "--by", "J. Jansen", "--reason", "the term is over");
    assertThat(Command.run(erase.toArray(String[]::new)).exitCode()).isEqualTo(5);
    Command.run(
        "custody",
        "--case",
        file,
        "--retain-until",
        "2131-05-01",
        "--ground",
        "list 5.1",
        "--by",
        "J. Jansen");
    Command refused = Command.run(erase.toArray(String[]::new));
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused.err()).contains("2131-05-01").contains("list 5.1");
    List<String> early = new ArrayList<>(erase);
    early.addAll(List.of("--before-date", "order of the owner"));
    Command done = Command.run(early.toArray(String[]::new));
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(Path.of(file)).doesNotExist();
    Command verify = Command.run("verify", file + ".erased", "--lang", "en");
    assertThat(verify.exitCode()).isZero();
    assertThat(verify.out()).contains("Town hall").contains("order of the owner");
    byte[] octets = Files.readAllBytes(Path.of(file + ".erased"));
    octets[300] ^= 1;
    Files.write(Path.of(file + ".erased"), octets);
    assertThat(Command.run("verify", file + ".erased").exitCode()).isEqualTo(4);
  }

  @Test
  void every_flipped_octet_of_a_case_is_found_and_named_by_the_verb() throws Exception {
    Command.run(
        "custody",
        "--case",
        file,
        "--retain-until",
        "2031-05-01",
        "--ground",
        "list 5.1",
        "--by",
        "J. Jansen");
    Command whole = Command.run("verify", file, "--lang", "en");
    assertThat(whole.exitCode()).as(whole.out()).isZero();
    assertThat(whole.out()).contains("The custody log holds: 2 acts").contains("Every octet");
    byte[] octets = Files.readAllBytes(Path.of(file));
    Random random = new Random(31);
    for (int round = 0; round < 8; round++) {
      int at = random.nextInt(octets.length);
      byte[] copy = octets.clone();
      copy[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(Path.of(file), copy);
      Command verify = Command.run("verify", file, "--lang", "en");
      assertThat(verify.exitCode()).as("octet %d: %s", at, verify.out()).isIn(4, 2);
      assertThat(verify.out() + verify.err()).isNotBlank();
    }
  }
}
