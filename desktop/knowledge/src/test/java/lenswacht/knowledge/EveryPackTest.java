package lenswacht.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of each pack that comes with the program, of whatever country.
class EveryPackTest {
  private static final Pattern BANNED =
      Pattern.compile(
          "\\b(safe|unsafe|forbidden|spyware|hack\\w*|attack\\w*|victim|veilig|onveilig|spion)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINES = Pattern.compile("(KST-152|ANS-2021):(\\d+)(?:-(\\d+))?");

  /// How many lines the plain-text copies of the two letters have.
  private static final Map<String, Integer> LENGTHS = Map.of("KST-152", 336, "ANS-2021", 251);

  static Stream<PolicyPack> packs() throws PackException {
    Stream.Builder<PolicyPack> packs = Stream.builder();
    for (String id : Edition.bundled().packs()) {
      packs.add(Edition.bundled(new PackChoice.Named(id)).pack());
    }
    return packs.build();
  }

  @Test
  void the_edition_holds_the_dutch_pack_and_four_of_others() {
    assertThat(Edition.bundled().packs()).containsExactly("nl", "us", "uk", "be", "eu-aia");
  }

  @ParameterizedTest
  @MethodSource("packs")
  void every_table_is_total_and_monotone(PolicyPack pack) {
    assertThat(pack.tables())
        .extracting(DecisionTable::id)
        .containsExactlyInAnyOrderElementsOf(PolicyPack.TABLES);
    for (DecisionTable table : pack.tables()) {
      for (int row = 0; row < DecisionTable.LEVELS; row++) {
        for (int column = 0; column < DecisionTable.LEVELS; column++) {
          int level = table.outcome(row, column);
          assertThat(level).isBetween(0, DecisionTable.LEVELS - 1);
          if (row > 0) {
            assertThat(level).isGreaterThanOrEqualTo(table.outcome(row - 1, column));
          }
          if (column > 0) {
            assertThat(level).isGreaterThanOrEqualTo(table.outcome(row, column - 1));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packs")
  void every_rule_is_total_and_never_changes_its_answer_by_knowing_more(PolicyPack pack) {
    for (Rule rule : pack.rules()) {
      Map<String, List<String>> choices =
          rule.fields().stream()
              .collect(
                  java.util.stream.Collectors.toMap(
                      field -> field, field -> probes(pack.field(field).orElseThrow())));
      check(rule, List.copyOf(choices.keySet()), choices, new java.util.HashMap<>());
    }
  }

  /// Walks every way to know the fields of a rule: an answer that is given with some field open
  /// holds whatever that field turns out to be, and with all fields known there is an answer.
  private static Truth check(
      Rule rule, List<String> open, Map<String, List<String>> choices, Map<String, String> known) {
    Truth now = rule.fires(name -> Optional.ofNullable(known.get(name)));
    if (open.isEmpty()) {
      assertThat(now).as("%s %s", rule.id(), known).isNotEqualTo(Truth.NOT_DETERMINED);
      return now;
    }
    String field = open.getFirst();
    for (String value : choices.get(field)) {
      known.put(field, value);
      Truth then = check(rule, open.subList(1, open.size()), choices, known);
      known.remove(field);
      if (now != Truth.NOT_DETERMINED) {
        assertThat(then).as("%s %s %s=%s", rule.id(), known, field, value).isEqualTo(now);
      }
    }
    return now;
  }

  private static List<String> probes(Field field) {
    return switch (field.type()) {
      case YES_NO -> List.of("yes", "no");
      case NUMBER -> List.of("0", "3", "30", "60", "100", "400", "800");
      case CHOICE -> field.choices();
      case DATE -> List.of("2018-06-01", "2023-06-01", "2024-02-01", "2026-02-01");
    };
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everything_has_a_clause_a_source_and_a_day(PolicyPack pack) {
    Stream.of(
            pack.rules().stream().map(Rule::basis),
            pack.controls().stream().map(Control::basis),
            pack.tables().stream().map(DecisionTable::basis),
            pack.factors().stream().map(Factor::basis))
        .flatMap(bases -> bases)
        .forEach(
            basis -> {
              assertThat(basis.clause()).isNotBlank();
              assertThat(basis.sources()).isNotEmpty();
              assertThat(basis.since()).matches("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
            });
  }

  @ParameterizedTest
  @MethodSource("packs")
  void a_row_without_a_source_that_was_read_is_not_said_to_follow_the_text(PolicyPack pack) {
    if (pack.below().isEmpty()) {
      return;
    }
    for (Control control : pack.controls()) {
      boolean read =
          control.sources().stream()
              .map(reference -> reference.split(":", 2)[0])
              .anyMatch(
                  id ->
                      pack.sources().stream()
                          .anyMatch(
                              source -> source.id().equals(id) && source.status().equals("read")));
      if (!read) {
        assertThat(control.basis().howRead()).as(control.id()).isNotEqualTo(HowRead.TEXT);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packs")
  void sentences_promise_nothing_and_accuse_nobody(PolicyPack pack) {
    for (String key : pack.sentenceKeys()) {
      for (Locale language : Phrases.LANGUAGES) {
        String sentence = pack.sentence(key, language, Map.of());
        assertThat(sentence).as(key).isNotBlank();
        assertThat(BANNED.matcher(sentence).find()).as(key).isFalse();
      }
    }
    for (Rule rule : pack.rules()) {
      String nl = pack.sentence(rule.textKey(), Locale.of("nl"), Map.of());
      String en = pack.sentence(rule.textKey(), Locale.ENGLISH, Map.of());
      if (nl.contains("verboden") || en.contains("prohibited")) {
        assertThat(rule.sources()).as(rule.id()).anyMatch(source -> source.startsWith("AIA:"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packs")
  void line_numbers_lie_within_the_letters(PolicyPack pack) {
    Stream.concat(
            pack.rules().stream().map(Rule::basis), pack.controls().stream().map(Control::basis))
        .flatMap(basis -> basis.sources().stream())
        .forEach(
            reference -> {
              Matcher lines = LINES.matcher(reference);
              if (lines.matches()) {
                int first = Integer.parseInt(lines.group(2));
                int last = lines.group(3) == null ? first : Integer.parseInt(lines.group(3));
                assertThat(first).as(reference).isPositive().isLessThanOrEqualTo(last);
                assertThat(last).as(reference).isLessThanOrEqualTo(LENGTHS.get(lines.group(1)));
              } else {
                assertThat(reference).doesNotMatch("(KST-152|ANS-2021)(:.*)?");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("packs")
  void a_pack_that_extends_another_rates_with_its_rules_and_adds_no_effect(PolicyPack pack) {
    PolicyPack dutch = Edition.bundled().pack();
    if (pack.below().isEmpty()) {
      assertThat(pack.hash()).isEqualTo(dutch.hash());
      return;
    }
    assertThat(pack.below().orElseThrow().hash()).isEqualTo(dutch.hash());
    assertThat(pack.rules()).hasSizeGreaterThan(dutch.rules().size());
    for (Rule rule : pack.rules()) {
      if (dutch.rule(rule.id()).isEmpty()) {
        assertThat(rule.effects()).as(rule.id()).isEmpty();
      }
    }
    for (Control control : pack.controls()) {
      assertThat(control.id()).isNotIn("NL-PROC-1", "NKBR-PUB-1");
    }
  }
}
