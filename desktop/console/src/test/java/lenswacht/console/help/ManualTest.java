package lenswacht.console.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import lenswacht.console.desk.Place;
import lenswacht.console.text.Language;
import lenswacht.console.text.Texts;
import org.junit.jupiter.api.Test;

class ManualTest {
  private final Manual manual = new Manual();
  private final Texts texts = Texts.load(Language.NL, ZoneOffset.UTC);

  @Test
  void both_languages_have_the_same_pages_fields_and_words() {
    assertThat(manual.keys(Language.NL)).isEqualTo(manual.keys(Language.EN)).isNotEmpty();
  }

  @Test
  void every_screen_has_a_page_in_both_languages() {
    for (Place place : Place.values()) {
      for (Language language : Language.values()) {
        assertThat(manual.page(place))
            .as(place.word())
            .isNotEmpty()
            .allSatisfy(line -> assertThat(texts.render(line, language)).isNotBlank());
      }
    }
  }

  @Test
  void every_word_has_a_meaning() {
    assertThat(manual.terms())
        .hasSizeGreaterThan(12)
        .allSatisfy(
            term ->
                assertThat(texts.render(term.meaning())).isNotEqualTo(texts.render(term.word())));
  }
}
