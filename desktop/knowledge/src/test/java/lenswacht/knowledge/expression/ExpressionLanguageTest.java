package lenswacht.knowledge.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionLanguageTest {
  private static final long SEED = 20_191_120;
  private static final ExpressionLanguage LANGUAGE =
      new ExpressionLanguage(
          Map.of(
              "retention.days", Shape.NUMBER,
              "site.class", Shape.WORD,
              "sign.present", Shape.YES_NO,
              "audio.enabled", Shape.YES_NO,
              "purchase.date", Shape.DAY,
              "award.date", Shape.DAY));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "retention.days > 28; retention.days=60; yes",
        "retention.days > 28; retention.days=28; no",
        "retention.days > 28; site.class=office; open",
        "retention.days * 24.0 > 72.0; retention.days=4; yes",
        "sign.present || audio.enabled; audio.enabled=yes; yes",
        "sign.present || audio.enabled; audio.enabled=no; open",
        "sign.present && audio.enabled; audio.enabled=no; no",
        "site.class in ['court', 'police'] || !sign.present; site.class=court; yes",
        "sign.present ? retention.days > 3 : true; sign.present=no; yes",
        "1.0 / retention.days > 9.0; retention.days=0; yes",
        "10 / int(retention.days) > 1; retention.days=0; open",
        "retention.days > 28; retention.days=many; open"
      })
  void an_expression_has_three_answers(String text, String given, String answer)
      throws ExpressionException {
    String[] sides = given.split("=", 2);

    Optional<Boolean> holds =
        LANGUAGE
            .read(text)
            .holds(name -> name.equals(sides[0]) ? Optional.of(sides[1]) : Optional.empty());

    assertThat(holds.map(yes -> yes ? "yes" : "no").orElse("open")).isEqualTo(answer);
  }

  @Test
  void two_days_are_compared() throws ExpressionException {
    Map<String, String> days = Map.of("purchase.date", "2024-05-01", "award.date", "2024-04-01");

    assertThat(
            LANGUAGE
                .read("purchase.date > award.date")
                .holds(name -> Optional.ofNullable(days.get(name))))
        .contains(true);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "retention.dayz > 28             | 1  | there is no field 'retention.dayz'",
        "sign.present && retention.dy    | 17 | there is no field 'retention.dy'",
        "retention.days +                | 17 | mismatched input",
        "retention.days + 1.0            | 16 | expected type 'bool'",
        "sign.present > 3                | 14 | no matching overload",
        "[1, 2].exists(n, n > 1)         | 14 | undeclared reference to 'exists'",
        "true                            | 1  | looks at no field"
      })
  void a_faulty_expression_is_refused_with_its_place(String text, int column, String reason) {
    assertThatThrownBy(() -> LANGUAGE.read(text))
        .isInstanceOfSatisfying(
            ExpressionException.class,
            refused -> {
              assertThat(refused.line()).isEqualTo(1);
              assertThat(refused.column()).isEqualTo(column);
            })
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "!", "-", "[", "sign.present&&", "sign.present?", "'a'+"})
  void length_and_depth_are_bounded(String part) {
    assertThatThrownBy(() -> LANGUAGE.read(part.repeat(100_000) + "sign.present"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("longer than");
    assertThatThrownBy(() -> LANGUAGE.read(part.repeat(480 / part.length())))
        .isInstanceOf(ExpressionException.class);
  }

  @Test
  void nothing_of_the_program_can_be_called() {
    for (String text :
        List.of(
            "java.lang.System.exit(1) || sign.present",
            "getClass(site.class) == site.class",
            "site.class.getClass() == site.class",
            "Runtime.getRuntime() == sign.present")) {
      assertThatThrownBy(() -> LANGUAGE.read(text))
          .as(text)
          .isInstanceOf(ExpressionException.class);
    }
  }

  @Test
  void damaged_expressions_are_refused_or_read_but_never_end_in_a_bug() {
    Random random = new Random(SEED);
    String whole =
        "sign.present && (retention.days > 28.0 || site.class in ['court', 'police']) != true";
    int read = 0;
    for (int round = 0; round < 800; round++) {
      StringBuilder damaged = new StringBuilder(whole);
      for (int i = 0; i < 1 + round % 3; i++) {
        damaged.setCharAt(random.nextInt(whole.length()), (char) (32 + random.nextInt(96)));
      }
      try {
        read += LANGUAGE.read(damaged.toString()).fields().isEmpty() ? 0 : 1;
      } catch (ExpressionException refused) {
        assertThat(refused.getMessage()).isNotBlank();
        assertThat(refused.column()).isPositive();
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void an_answer_with_something_open_stays_when_it_becomes_known() throws ExpressionException {
    Random random = new Random(SEED);
    List<Expression> expressions =
        List.of(
            LANGUAGE.read("sign.present && (retention.days > 28 || audio.enabled)"),
            LANGUAGE.read("retention.days > (audio.enabled ? 92 : 31) || !sign.present"),
            LANGUAGE.read("(sign.present ? audio.enabled : retention.days < 3) != audio.enabled"));
    for (int round = 0; round < 300; round++) {
      Map<String, String> values = new HashMap<>();
      values.put("sign.present", random.nextBoolean() ? "yes" : "no");
      values.put("audio.enabled", random.nextBoolean() ? "yes" : "no");
      values.put("retention.days", Integer.toString(random.nextInt(100)));
      Map<String, String> fewer = new HashMap<>(values);
      fewer.keySet().removeIf(_ -> random.nextBoolean());
      for (Expression expression : expressions) {
        Optional<Boolean> early = expression.holds(name -> Optional.ofNullable(fewer.get(name)));
        if (early.isPresent()) {
          assertThat(expression.holds(name -> Optional.ofNullable(values.get(name))))
              .isEqualTo(early);
        }
      }
    }
  }
}
