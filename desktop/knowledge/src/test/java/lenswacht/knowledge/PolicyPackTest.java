package lenswacht.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyPackTest {
  private static final Locale DUTCH = Locale.of("nl", "NL");

  @Test
  void small_pack_is_accepted() throws PackException {
    PolicyPack pack = PolicyPack.read(resource("small"), "pack-nl");

    assertThat(pack.rules()).hasSize(1);
    assertThat(pack.inputs()).containsExactly("age", "open", "place");
    assertThat(pack.title(DUTCH)).isEqualTo("Klein");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "unknown-field,           conditions.csv, 2, there is no field 'opne'",
        "unknown-operator,        conditions.csv, 3, there is no operator 'larger'",
        "unsuitable-operator,     conditions.csv, 2, does not suit field 'open'",
        "value-outside-field,     conditions.csv, 4, 'castle' is no value",
        "conditions-without-rule, conditions.csv, 4, there is no rule 'R9'",
        "unknown-factor,          rules.csv,      2, there is no factor 'E_EXPO'",
        "level-out-of-range,      rules.csv,      2, is no effect",
        "missing-clause,          rules.csv,      2, has no clause",
        "missing-translation,     rules.csv,      2, the translation 'sentence_en' is missing",
        "different-placeholders,  rules.csv,      2, differ in placeholders",
        "rule-without-source,     rules.csv,      2, there is no source",
        "unknown-source,          rules.csv,      2, there is no source 'LORE'",
        "unknown-severity,        rules.csv,      2, 'severity' must be one of",
        "table-not-total,         tables.csv,     30, is not total",
        "table-cell-missing,      tables.csv,     29, 'c1' is empty",
        "table-not-monotone,      tables.csv,     10, is not monotone",
        "table-without-basis,     bases.csv,      0, what 'T_S' rests on",
        "table-missing,           tables.csv,     0, table 'T_S' is missing",
        "level-without-meaning,   levels.csv,     0, a meaning for each level",
        "choice-without-sentence, sentences.csv,  0, there is no sentence for choice 'home'",
        "control-of-unknown-rule, controls.csv,   2, there is no rule 'R7'",
        "wrong-headings,          pack.csv,       1, the headings must be key",
        "unclosed-quote,          pack.csv,       6, not a comma-separated file",
        "no-rows,                 sources.csv,    0, there are no rows"
      })
  void broken_pack_is_refused_with_file_and_line(
      String broken, String file, long line, String reason) {
    KnowledgeFolder small = resource("small");
    KnowledgeFolder overlaid =
        name ->
            name.equals("pack-nl/" + file)
                ? resource("broken/" + broken).read(file)
                : small.read(name);

    assertThatThrownBy(() -> PolicyPack.read(overlaid, "pack-nl"))
        .isInstanceOfSatisfying(
            PackException.class,
            refusal -> {
              assertThat(refusal.file()).isEqualTo("pack-nl/" + file);
              assertThat(refusal.line()).isEqualTo(line);
            })
        .hasMessageContaining(reason);
  }

  @Test
  void damaged_files_are_refused_or_read_but_never_end_in_a_bug() throws PackException {
    Random random = new Random(20_191_120);
    KnowledgeFolder small = resource("small");
    for (String file : PackReader.FILES) {
      byte[] whole = small.read("pack-nl/" + file);
      for (int round = 0; round < 150; round++) {
        byte[] damaged = damage(whole, random);
        KnowledgeFolder overlaid =
            name -> name.equals("pack-nl/" + file) ? damaged : small.read(name);
        try {
          assertThat(PolicyPack.read(overlaid, "pack-nl").tables()).isNotEmpty();
        } catch (PackException e) {
          assertThat(e.getMessage()).isNotBlank();
        }
      }
    }
  }

  private static byte[] damage(byte[] whole, Random random) {
    if (random.nextBoolean()) {
      return java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
    }
    byte[] flipped = whole.clone();
    for (int i = 0; i < 3; i++) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  @Test
  void every_sentence_exists_in_dutch_and_in_english() {
    PolicyPack pack = Edition.bundled().pack();

    for (String key : pack.sentenceKeys()) {
      for (Locale language : Phrases.LANGUAGES) {
        assertThat(pack.sentence(key, language, Map.of())).as(key).isNotBlank();
      }
    }
    for (Rule rule : pack.rules()) {
      assertThat(pack.sentenceKeys()).contains(rule.textKey(), rule.acceptableKey());
    }
  }

  @Test
  void sentences_promise_nothing_and_accuse_nobody() {
    PolicyPack pack = Edition.bundled().pack();
    Pattern banned =
        Pattern.compile(
            "\\b(safe|unsafe|forbidden|spyware|hack\\w*|attack\\w*|victim|veilig|onveilig|spion)\\b",
            Pattern.CASE_INSENSITIVE);

    for (String key : pack.sentenceKeys()) {
      for (Locale language : Phrases.LANGUAGES) {
        assertThat(banned.matcher(pack.sentence(key, language, Map.of())).find()).as(key).isFalse();
      }
    }
  }

  @Test
  void only_rules_on_the_ai_act_speak_of_a_prohibited_practice() {
    PolicyPack pack = Edition.bundled().pack();

    for (Rule rule : pack.rules()) {
      String nl = pack.sentence(rule.textKey(), DUTCH, Map.of());
      String en = pack.sentence(rule.textKey(), Locale.ENGLISH, Map.of());
      if (nl.contains("verboden") || en.contains("prohibited")) {
        assertThat(rule.sources()).as(rule.id()).anyMatch(source -> source.startsWith("AIA:"));
      }
    }
  }

  @Test
  void placeholders_are_filled_and_missing_ones_say_so() {
    PolicyPack pack = Edition.bundled().pack();

    assertThat(pack.sentence("rule.R37.text", Locale.ENGLISH, Map.of("days", "$1 120")))
        .contains("for $1 120 days");
    assertThat(pack.sentence("rule.R37.text", DUTCH, Map.of())).contains("niet vastgesteld");
  }

  @Test
  void rules_carry_at_least_the_agreed_core() {
    PolicyPack pack = Edition.bundled().pack();

    for (int number : new int[] {1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20}) {
      assertThat(pack.rule("R%02d".formatted(number))).isPresent();
    }
    for (int number : new int[] {21, 22, 23, 24, 25, 28, 31, 34, 37, 38, 39, 42, 44, 45, 46}) {
      assertThat(pack.rule("R%02d".formatted(number))).isPresent();
    }
  }

  @Test
  void condition_without_a_value_is_not_determined_whatever_the_operator() {
    for (Operator operator : Operator.values()) {
      assertThat(new Condition.Comparison("x", operator, "1").holds(_ -> Optional.empty()))
          .isEqualTo(Truth.NOT_DETERMINED);
    }
  }

  @Test
  void one_false_condition_settles_a_rule_that_waits_for_another() throws PackException {
    Rule rule = PolicyPack.read(resource("small"), "pack-nl").rule("R1").orElseThrow();

    Map<String, String> closed = Map.of("open", "no");
    assertThat(rule.fires(name -> Optional.ofNullable(closed.get(name))))
        .isEqualTo(Truth.NOT_DETERMINED);
    Map<String, String> open = Map.of("place", "home");
    assertThat(rule.fires(name -> Optional.ofNullable(open.get(name)))).isEqualTo(Truth.YES);
  }

  private static KnowledgeFolder resource(String folder) {
    return name -> {
      try (InputStream in = PolicyPackTest.class.getResourceAsStream("/" + folder + "/" + name)) {
        if (in == null) {
          throw PackException.missing(name);
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new PackException(name, 0, e.getMessage());
      }
    };
  }
}
