package lenswacht.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulatorMainTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void ready_line_map_and_counters_are_written_and_the_end_of_input_ends_it() throws Exception {
    Path map = folder.resolve("map.csv");
    Path stats = folder.resolve("stats.json");
    int code =
        run(
            "--base",
            "127.74.0.0/16",
            "--low-ports-at",
            "20000",
            "--only",
            "hik-hall,axis-old",
            "--map",
            map.toString(),
            "--stats",
            stats.toString(),
            "--until-stdin-closes");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("ready 2 hosts 7 listeners low-ports-at 20000 base 127.74.1.10");
    assertThat(Files.readString(map))
        .startsWith("address,id,label,kind,brand,maker,model,firmware,build_date\r\n")
        .contains("127.74.1.10,hik-hall,")
        .contains(",camera,Hikvision,Hikvision,DS-2CD2042WD-I,V5.4.5,2017-04-01\r\n");
    assertThat(Files.readString(stats)).startsWith("[{\"id\":\"hik-hall\"");
  }

  @Test
  void range_outside_loopback_is_wrong_use() {
    assertThat(run("--base", "192.168.1.0/24")).isEqualTo(2);
    assertThat(err.toString()).contains("must stay inside 127.0.0.0/8");
  }

  @Test
  void unknown_option_and_unusable_building_are_wrong_use() throws Exception {
    Path broken = folder.resolve("broken.json");
    Files.writeString(broken, "{");

    assertThat(run("--fast")).isEqualTo(2);
    assertThat(run("--building", broken.toString())).isEqualTo(2);
    assertThat(run("--low-ports-at", "many")).isEqualTo(2);
    assertThat(run("--only", "nobody")).isEqualTo(2);
  }

  private int run(String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(new byte[0]));
    try {
      return new CommandLine(new SimulatorMain())
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(err, true))
          .execute(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
