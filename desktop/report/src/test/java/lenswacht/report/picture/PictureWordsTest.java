package lenswacht.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PictureWordsTest {
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:[.-][a-z0-9-]+)*\\.?)\"");
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z-]+)}");
  private static final int LONGEST = 240;

  private final Properties dutch = PictureWords.read(Locale.of("nl"));
  private final Properties english = PictureWords.read(Locale.of("en"));

  @Test
  void both_languages_have_the_same_keys_and_parameters() {
    assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : dutch.stringPropertyNames()) {
      assertThat(parameters(dutch, key)).as(key).isEqualTo(parameters(english, key));
    }
  }

  @Test
  void no_text_is_empty_or_too_long_for_a_picture() {
    for (Properties words : List.of(dutch, english)) {
      assertThat(words.values())
          .allSatisfy(text -> assertThat(text.toString()).isNotBlank().hasSizeLessThan(LONGEST));
    }
  }

  @Test
  void every_key_is_used() throws IOException {
    Set<String> said = literals();
    Set<String> unused = new TreeSet<>();
    for (String key : dutch.stringPropertyNames()) {
      String counted = key.replaceFirst("\\.(one|many)$", "");
      boolean isBuilt =
          said.stream()
              .anyMatch(
                  literal ->
                      key.startsWith(literal.endsWith(".") ? literal : literal + ".")
                          && !literal.isEmpty());
      if (!said.contains(key) && !said.contains(counted) && !isBuilt) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void a_text_that_is_not_there_or_lacks_a_value_is_refused() {
    PictureWords words = PictureWords.in(Locale.of("nl"));
    assertThatThrownBy(() -> words.say("no-such-text")).hasMessageContaining("no-such-text");
    assertThatThrownBy(() -> words.say("separation.expected")).hasMessageContaining("parameter");
  }

  private static Set<String> parameters(Properties words, String key) {
    return PARAMETER
        .matcher(words.getProperty(key))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> literals() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/lenswacht/report/picture"))) {
      Set<String> said = new TreeSet<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher literal = LITERAL.matcher(Files.readString(file));
        while (literal.find()) {
          said.add(literal.group(1));
        }
      }
      return said;
    }
  }
}
