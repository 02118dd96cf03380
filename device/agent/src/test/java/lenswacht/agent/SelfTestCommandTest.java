package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The self-test as people run it.
class SelfTestCommandTest {
  @TempDir Path folder;

  @Test
  @Tag("root")
  void it_names_every_part_and_sends_no_packet() throws Exception {
    String count = "awk '/lo:/ {print $11}' /proc/net/dev";
    String script = "ip link set lo up; " + count + "; \"$@\"; echo \"exit $?\"; " + count;
    AgentProcess agent =
        new AgentProcess(folder, List.of("unshare", "-n", "sh", "-c", script, "in-a-network"));
    Process process =
        agent.start("selftest", "--panel", "memory", "--home", folder.resolve("home").toString());
    process.getOutputStream().close();
    List<String> said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(said.getFirst()).isEqualTo("0");
    assertThat(said.getLast()).as("packets on the only network there is").isEqualTo("0");
    assertThat(said.subList(1, said.size() - 1))
        .extracting(line -> line.split(" ")[0])
        .containsExactly(
            "lamps", "keys", "buzzer", "display", "clock", "battery", "storage", "network", "exit");
    assertThat(said).anyMatch(line -> line.matches("lamps +works .*"));
  }

  @Test
  void storage_that_cannot_be_written_to_fails() throws Exception {
    Path file = Files.createFile(folder.resolve("no-folder"));
    AgentProcess.Ended ended =
        new AgentProcess(folder).run("selftest", "--home", file.resolve("home").toString());
    assertThat(ended.exitCode()).isEqualTo(1);
  }
}
