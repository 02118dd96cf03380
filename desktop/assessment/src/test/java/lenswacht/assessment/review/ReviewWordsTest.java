package lenswacht.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReviewWordsTest {
  private static final List<Locale> LANGUAGES = List.of(Locale.of("nl"), Locale.ENGLISH);
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

  @Test
  void both_languages_have_the_same_keys_and_parameters() {
    var dutch = ReviewWords.read(LANGUAGES.getFirst());
    var english = ReviewWords.read(LANGUAGES.getLast());
    assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : dutch.stringPropertyNames()) {
      assertThat(parameters(dutch.getProperty(key)))
          .as(key)
          .isEqualTo(parameters(english.getProperty(key)));
    }
  }

  private static Set<String> parameters(String text) {
    return PARAMETER
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everything_that_people_see_has_words() {
    for (Locale language : LANGUAGES) {
      ReviewWords words = ReviewWords.in(language);
      for (Conclusion one : Conclusion.values()) {
        assertThat(words.conclusion(one, "nl")).isNotBlank().doesNotContain("{");
      }
      for (Stage one : Stage.values()) {
        assertThat(words.stage(one)).isNotBlank();
      }
      for (Role one : Role.values()) {
        assertThat(words.role(one)).isNotBlank();
      }
      for (StatementKind one : StatementKind.values()) {
        assertThat(words.kind(one)).isNotBlank();
        assertThat(words.protection(one.protection())).isNotBlank();
      }
      for (Refusal one : Refusal.values()) {
        assertThat(words.refusal(one, "P. Smit")).isNotBlank().doesNotContain("{");
      }
      for (Fit.State one : Fit.State.values()) {
        assertThat(words.fit(Fit.of(one))).isNotBlank();
      }
    }
  }

  @Test
  void the_conclusions_are_worded_as_the_policy_words_them() {
    ReviewWords english = ReviewWords.in(Locale.ENGLISH);
    assertThat(english.conclusion(Conclusion.NOT_OBSERVED, "nl"))
        .isEqualTo("Not observed within coverage");
    assertThat(english.conclusion(Conclusion.NOT_ALLOWED, "us"))
        .isEqualTo("Not allowed under pack us");
    for (Locale language : LANGUAGES) {
      assertThat(ReviewWords.read(language).values())
          .noneMatch(text -> text.toString().toLowerCase(Locale.ROOT).contains("veilig"))
          .noneMatch(text -> text.toString().toLowerCase(Locale.ROOT).contains("spyware"));
    }
  }
}
