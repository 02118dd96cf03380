package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import lenswacht.console.ConsoleOptions.Size;
import lenswacht.console.ConsoleOptions.UsageException;
import lenswacht.console.desk.Place;
import lenswacht.console.look.Theme;
import lenswacht.console.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleOptionsTest {
  @Test
  void every_option_is_read() throws UsageException {
    ConsoleOptions options =
        ConsoleOptions.parse(
            List.of(
                ("--case a.lenswacht --lang en --theme dark --screen cameras --select 10.0.0.7"
                        + " --shot p.png --size 1600x900 --link tcp:127.0.0.1:4712"
                        + " --mandate m.txt")
                    .split(" ")));
    assertThat(options.caseFile()).contains(Path.of("a.lenswacht"));
    assertThat(options.language()).contains(Language.EN);
    assertThat(options.theme()).contains(Theme.DARK);
    assertThat(options.screen()).contains(Place.CAMERAS);
    assertThat(options.select()).contains("10.0.0.7");
    assertThat(options.shot()).contains(Path.of("p.png"));
    assertThat(options.size()).isEqualTo(new Size(1600, 900));
    assertThat(options.link()).contains("tcp:127.0.0.1:4712");
    assertThat(options.mandate()).contains(Path.of("m.txt"));
  }

  @Test
  void without_options_nothing_is_chosen() throws UsageException {
    ConsoleOptions options = ConsoleOptions.parse(List.of());
    assertThat(options.language()).isEmpty();
    assertThat(options.size()).isEqualTo(Size.USUAL);
    assertThat(options.help()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--lang fr",
        "--theme blue",
        "--screen map",
        "--size big",
        "--size 99x99",
        "--size 9999x9999",
        "--case",
        "--unknown x",
        "word"
      })
  void an_option_that_makes_no_sense_is_refused_with_a_sentence(String words) {
    assertThatThrownBy(() -> ConsoleOptions.parse(List.of(words.split(" "))))
        .isInstanceOf(UsageException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void every_option_is_explained() {
    assertThat(ConsoleOptions.USAGE)
        .contains("--case", "--lang", "--theme", "--screen", "--select", "--shot", "--size")
        .contains("--link", "--mandate");
  }
}
