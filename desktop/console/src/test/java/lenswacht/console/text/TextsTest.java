package lenswacht.console.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.assessment.Axis;
import lenswacht.assessment.Level;
import lenswacht.assessment.Severity;
import lenswacht.assessment.Verdict;
import lenswacht.console.desk.Place;
import lenswacht.console.visit.VisitViewModel;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Trust;
import lenswacht.observation.JournalEvent;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:[.-][a-z0-9-]+)*\\.?)\"");
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z-]+)}");

  private final Texts texts = Texts.load(Language.NL, ZoneOffset.UTC);

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(texts.keys(Language.NL)).isEqualTo(texts.keys(Language.EN));
  }

  @Test
  void both_languages_have_the_same_parameters() {
    Texts raw = Texts.load(Language.NL, ZoneOffset.UTC);
    for (String key : raw.keys(Language.NL)) {
      assertThat(parameters(Language.NL, key)).as(key).isEqualTo(parameters(Language.EN, key));
    }
  }

  private Set<String> parameters(Language language, String key) {
    try {
      List<String> lines =
          Files.readAllLines(
              Path.of(
                  "src/main/resources/lenswacht/console/console_"
                      + language.tag()
                      + ".properties"));
      String line =
          lines.stream().filter(text -> text.startsWith(key + "=")).findFirst().orElseThrow();
      return PARAMETER
          .matcher(line)
          .results()
          .map(found -> found.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void every_key_is_used() throws IOException {
    Set<String> said = literals();
    Set<String> unused = new TreeSet<>();
    for (String key : texts.keys(Language.NL)) {
      String counted = key.replaceFirst("\\.(one|many)$", "");
      String below = key.replaceFirst("\\.(below|next)$", "");
      boolean built =
          said.stream().anyMatch(literal -> literal.endsWith(".") && key.startsWith(literal));
      if (!said.contains(key) && !said.contains(counted) && !said.contains(below) && !built) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void no_key_is_missing() throws IOException {
    Set<String> keys = texts.keys(Language.NL);
    Set<String> groups =
        keys.stream().map(key -> key.split("\\.")[0] + ".").collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (String literal : literals()) {
      boolean isKey = !literal.endsWith(".") && groups.stream().anyMatch(literal::startsWith);
      if (isKey && !keys.contains(literal) && !keys.contains(literal + ".one")) {
        missing.add(literal);
      }
    }
    missing.removeAll(Set.of("frame.language."));
    assertThat(missing).isEmpty();
  }

  @Test
  void every_constant_that_people_see_has_a_word() {
    List<Phrase> phrases = new ArrayList<>();
    phrases.addAll(all(Level.values(), Words::of));
    phrases.addAll(all(Confidence.values(), Words::of));
    phrases.addAll(all(AssetKind.values(), Words::of));
    phrases.addAll(all(Severity.values(), Words::of));
    phrases.addAll(all(Claim.Attribute.values(), Words::of));
    phrases.addAll(all(Trust.values(), Words::of));
    phrases.addAll(all(JournalEvent.Phase.values(), Words::of));
    phrases.addAll(all(JournalEvent.RunOutcome.values(), Words::of));
    phrases.addAll(all(Place.values(), Place::title));
    phrases.addAll(all(Verdict.values(), verdict -> named("verdict.", verdict)));
    phrases.addAll(all(Axis.values(), axis -> named("axis.", axis)));
    phrases.addAll(all(VisitViewModel.Step.values(), step -> named("visit.step.", step)));
    for (Language language : Language.values()) {
      assertThat(phrases)
          .allSatisfy(phrase -> assertThat(texts.render(phrase, language)).isNotBlank());
    }
  }

  private static Phrase named(String prefix, Enum<?> constant) {
    return Phrase.of(prefix + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static <T> List<Phrase> all(T[] constants, Function<T, Phrase> words) {
    return Stream.of(constants).map(words).toList();
  }

  @Test
  void words_of_a_stranger_are_never_read_as_a_pattern() {
    Phrase phrase = Phrase.of("status.device", "id", "{id} $1 '");
    assertThat(texts.render(phrase)).isEqualTo("Sensor: {id} $1 '");
  }

  @Test
  void a_phrase_follows_the_language() {
    var said = texts.of("screen.cameras");
    assertThat(said.get()).isEqualTo("Camera's");
    texts.languageProperty().set(Language.EN);
    assertThat(said.get()).isEqualTo("Cameras");
  }

  @Test
  void a_day_is_written_in_the_language() {
    Phrase day = Phrase.from(LocalDate.of(2026, 3, 12));
    assertThat(texts.render(day, Language.NL)).isEqualTo("12 mrt 2026");
    assertThat(texts.render(day, Language.EN)).isEqualTo("12 Mar 2026");
  }

  @Test
  void a_missing_key_and_a_missing_parameter_are_bugs() {
    assertThatThrownBy(() -> texts.render(Phrase.of("no.such.key")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> texts.render(Phrase.of("status.device")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Set<String> literals() throws IOException {
    Set<String> literals = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = LITERAL.matcher(Files.readString(file));
        while (matcher.find()) {
          literals.add(matcher.group(1));
        }
      }
    }
    return literals;
  }
}
