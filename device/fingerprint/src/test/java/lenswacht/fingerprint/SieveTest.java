package lenswacht.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lenswacht.observation.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SieveTest {
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "^App-webs/?; app-webs",
        "(?i)HIKVISION; hikvision",
        "^AXIS(?:_WS)?_([0-9A-F]{12})$; axis",
        "a(?:bc|de)f+; bc,de",
        "^(?:JAWS|GeoHttpServer)/1; jaws,geohttpserver",
        "\\bNVR\\b; nvr",
        "^(?!no)yes; yes",
        "x{0,3}yz; yz",
        "x{2}yz; yz",
        "\\.myboschcam\\.net; .myboschcam.net",
      })
  void what_every_match_must_hold_is_read_from_the_pattern(String regex, String texts) {
    assertThat(RequiredText.of(regex)).contains(Set.of(texts.split(",")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"^\\d+$", "a?b?c?", "(?:abc)?", "abc|\\d", "[abc]{4}", "(?:abc)*x", "\\u0041bc"})
  void a_pattern_that_requires_no_text_is_always_tried(String regex) {
    assertThat(RequiredText.of(regex)).isEmpty();
  }

  @Test
  void no_example_of_the_catalogue_is_passed_over() {
    for (Sample sample : Sample.all()) {
      assertThat(CATALOGUE.candidates(sample.observable(), sample.text()))
          .as("%s: %s", sample.fingerprint(), sample.text())
          .extracting(Fingerprint::id)
          .contains(sample.fingerprint());
    }
  }

  @Test
  void on_any_text_the_candidates_hold_every_fingerprint_that_matches() {
    Random random = new Random(20261121);
    List<Sample> samples = Sample.all();
    for (int round = 0; round < 2000; round++) {
      String text = mixed(random, samples);
      Observable observable = samples.get(random.nextInt(samples.size())).observable();
      List<Fingerprint> matching = new ArrayList<>();
      for (Fingerprint fingerprint : CATALOGUE.fingerprints(observable)) {
        if (fingerprint.read(text, CATALOGUE.names()).isPresent()) {
          matching.add(fingerprint);
        }
      }
      assertThat(CATALOGUE.candidates(observable, text)).as(text).containsAll(matching);
    }
  }

  private static String mixed(Random random, List<Sample> samples) {
    StringBuilder text = new StringBuilder();
    for (int part = random.nextInt(4); part >= 0; part--) {
      String sample = samples.get(random.nextInt(samples.size())).text();
      int from = random.nextInt(sample.length());
      text.append(sample, random.nextBoolean() ? 0 : from, sample.length());
      if (random.nextInt(4) == 0) {
        text.append((char) random.nextInt(0x10000));
      }
    }
    return random.nextBoolean()
        ? text.toString()
        : text.toString().toUpperCase(java.util.Locale.ROOT);
  }

  @Test
  void an_empty_text_and_a_single_character_are_no_trouble() {
    assertThat(CATALOGUE.candidates(Observable.HTTP_TITLE, "")).isNotNull();
    assertThat(CATALOGUE.candidates(Observable.HTTP_TITLE, "x")).isNotNull();
  }
}
