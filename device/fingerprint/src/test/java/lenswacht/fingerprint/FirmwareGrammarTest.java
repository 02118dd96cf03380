package lenswacht.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmwareGrammarTest {
  private static final Names NAMES = CatalogueReader.names();

  @Test
  void a_sound_file_is_read() {
    assertThat(read("good").firms()).containsExactly("Axis");
  }

  @Test
  void the_bundled_grammar_reads_the_versions_of_sixty_firms() {
    assertThat(FirmwareGrammar.bundled().firms()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({
    "unknown-firm, no known brand",
    "unknown-firm-among-several, no known brand",
    "open-pattern, without a bound",
    "nested-repetition, repeats a group",
    "not-the-whole-text, whole text",
    "group-without-meaning, means nothing",
    "no-version, no group 'v'",
    "no-line, no group 'l'",
    "unknown-line, tells no line",
    "unknown-order, no Counts",
    "example-not-read, should match",
    "example-misread, gives",
    "later-example-misread, gives",
    "more-given-than-examples, more is given",
    "counterexample-read, should not match",
    "no-counterexample, is empty",
    "no-source, is empty",
    "no-date, no date",
    "impossible-day, should match",
    "twice, twice",
  })
  void a_broken_row_is_refused_with_its_file_and_reason(String sample, String complaint) {
    assertThatThrownBy(() -> read(sample))
        .isInstanceOfSatisfying(
            CatalogueException.class,
            refusal -> {
              assertThat(refusal.file()).isEqualTo(sample + ".csv");
              assertThat(refusal).hasMessageContaining(complaint);
            });
  }

  @Test
  void every_broken_sample_is_put_to_the_test() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".csv", "")).toList();
      assertThat(names).hasSizeGreaterThan(20);
      for (String name : names) {
        if (!name.equals("good")) {
          assertThatThrownBy(() -> read(name)).isInstanceOf(CatalogueException.class);
        }
      }
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(FirmwareGrammarTest.class.getResource("badfirmware")).toURI());
  }

  private static FirmwareGrammar read(String sample) {
    try {
      String text = Files.readString(folder().resolve(sample + ".csv"));
      return new FirmwareGrammar(
          CatalogueRow.read(sample + ".csv", text, FirmwareGrammar.COLUMNS), NAMES, Care.CHECKED);
    } catch (IOException | URISyntaxException missing) {
      throw new AssertionError(missing);
    }
  }
}
