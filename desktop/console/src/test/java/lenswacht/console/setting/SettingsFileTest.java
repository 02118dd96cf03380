package lenswacht.console.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenswacht.console.look.Theme;
import lenswacht.console.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void what_is_written_is_read_again() throws IOException {
    SettingsFile file = new SettingsFile(folder.resolve("deep").resolve("console.properties"));
    ConsoleSettings settings =
        ConsoleSettings.FIRST
            .with(Language.EN)
            .with(Theme.DARK)
            .withTextSize(130)
            .opened(Path.of("a b.lenswacht"))
            .opened(Path.of("é=ü.lenswacht"));
    file.write(settings);
    assertThat(file.read()).isEqualTo(settings);
  }

  @Test
  void nothing_but_the_file_is_left_behind() throws IOException {
    SettingsFile file = new SettingsFile(folder.resolve("console.properties"));
    file.write(ConsoleSettings.FIRST);
    file.write(ConsoleSettings.FIRST.with(Language.EN));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file.path());
    }
  }

  @Test
  void no_file_means_dutch_and_light() {
    assertThat(new SettingsFile(folder.resolve("none")).read()).isEqualTo(ConsoleSettings.FIRST);
  }

  @Test
  void a_damaged_file_never_keeps_the_console_from_starting() throws IOException {
    SettingsFile file = new SettingsFile(folder.resolve("console.properties"));
    file.write(ConsoleSettings.FIRST.opened(Path.of("case.lenswacht")));
    byte[] whole = Files.readAllBytes(file.path());
    Random random = new Random(20261121);
    for (int length = 0; length <= whole.length; length++) {
      byte[] damaged = Arrays.copyOf(whole, length);
      for (int flips = 0; flips < 3 && length > 0; flips++) {
        damaged[random.nextInt(length)] = (byte) random.nextInt(256);
      }
      Files.write(file.path(), damaged);
      assertThat(file.read().textSize()).isBetween(80, 200);
    }
    Files.writeString(file.path(), "language=\\u12");
    assertThat(file.read()).isEqualTo(ConsoleSettings.FIRST);
  }

  @Test
  void only_the_latest_cases_are_kept_and_each_once() {
    ConsoleSettings settings =
        IntStream.range(0, 20)
            .boxed()
            .reduce(
                ConsoleSettings.FIRST,
                (kept, number) -> kept.opened(Path.of("case" + number % 12)),
                (one, other) -> one);
    assertThat(settings.recent()).hasSize(ConsoleSettings.LONGEST_RECENT).doesNotHaveDuplicates();
    assertThat(settings.recent()).first().isEqualTo(Path.of("case7"));
  }

  @Test
  void each_platform_has_its_own_place() {
    Path home = Path.of("home");
    assertThat(SettingsFile.of("Linux", Map.of(), home).path())
        .isEqualTo(Path.of("home", ".config", "lenswacht", "console.properties"));
    assertThat(SettingsFile.of("Linux", Map.of("XDG_CONFIG_HOME", "own"), home).path())
        .isEqualTo(Path.of("own", "lenswacht", "console.properties"));
    assertThat(SettingsFile.of("Windows 11", Map.of("APPDATA", "roaming"), home).path())
        .isEqualTo(Path.of("roaming", "lenswacht", "console.properties"));
    assertThat(SettingsFile.of("Mac OS X", Map.of(), home).path())
        .isEqualTo(
            Path.of("home", "Library", "Application Support", "lenswacht", "console.properties"));
  }
}
