package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import lenswacht.observation.JournalReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short version of `./lenswacht bench link --kills`.
class KilledEndsTest {
  @TempDir Path folder;
  private final Random random = new Random(8);

  @Test
  void what_either_end_acknowledged_outlives_that_it_is_killed() throws Exception {
    String address = "tcp:127.0.0.1:" + freePort();
    run(List.of("prepare", folder.toString())).waitFor();
    Path copy = Files.createFile(folder.resolve("copy"));
    Path journal = folder.resolve("journal");
    List<String> device = List.of("write", folder.toString(), address, journal.toString());
    List<String> console = List.of("follow", folder.toString(), address, copy.toString());
    Process writes = run(device);
    Process follows = run(console);
    long kept = 0;
    long had = 0;
    try {
      for (int kill = 0; kill < 2; kill++) {
        had = Math.max(had, await(follows, "have"));
        kept = Math.max(kept, await(writes, "kept"));
        writes = killed(writes, device);
        had = Math.max(had, await(follows, "have"));
        follows = killed(follows, console);
      }
      kept = Math.max(kept, await(writes, "kept"));
      had = Math.max(had, await(follows, "have"));
      writes.destroyForcibly().waitFor();
    } finally {
      writes.destroyForcibly();
      follows.destroyForcibly().waitFor();
    }
    assertThat(Files.size(copy)).isGreaterThanOrEqualTo(had);
    byte[] whole = Files.readAllBytes(journal.resolve("journal.lwj"));
    assertThat(whole).startsWith(Files.readAllBytes(copy));
    try (JournalReader reader = JournalReader.in(journal)) {
      reader.verify();
      assertThat(reader.sequence()).isGreaterThanOrEqualTo(kept).isPositive();
    }
  }

  private Process killed(Process process, List<String> program)
      throws IOException, InterruptedException {
    Thread.sleep(random.nextInt(60));
    process.destroyForcibly().waitFor();
    return run(program);
  }

  private static long await(Process process, String word) throws IOException {
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    while (line != null && !line.startsWith(word + " ")) {
      line = out.readLine();
    }
    assertThat(line).isNotNull();
    return Long.parseLong(line.substring(word.length() + 1));
  }

  private static Process run(List<String> arguments) throws IOException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                JournalEnds.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return door.getLocalPort();
    }
  }
}
