package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleMainTest {
  @TempDir Path folder;

  private record Ended(int code, String said) {}

  private Ended run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("lenswacht.console.ConsoleMain");
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    Path said = folder.resolve("said.txt");
    builder.redirectOutput(said.toFile());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
  }

  @Test
  void without_a_display_it_says_so_and_ends_with_2() throws Exception {
    Ended ended = run();
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.said()).contains("no display").contains("--shot");
  }

  @Test
  void a_wrong_option_ends_with_2() throws Exception {
    assertThat(run("--colour", "red").code()).isEqualTo(2);
  }

  @Test
  void a_picture_needs_no_display() throws Exception {
    Path png = folder.resolve("start.png");
    Ended ended = run("--shot", png.toString(), "--size", "1400x900", "--theme", "dark");
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1400);
  }

  @Test
  void a_file_that_is_no_case_ends_with_2_and_a_sentence() throws Exception {
    Path file = Files.writeString(folder.resolve("x.lenswacht"), "this is no case");
    Path png = folder.resolve("x.png");
    Ended ended = run("--shot", png.toString(), "--case", file.toString(), "--lang", "en");
    assertThat(ended.code()).as(ended.said()).isEqualTo(2);
    assertThat(ended.said()).contains("not a Lenswacht case");
    assertThat(png).doesNotExist();
  }
}
