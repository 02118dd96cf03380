package lenswacht.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lenswacht.assessment.Answers;
import lenswacht.assessment.Level;
import lenswacht.fingerprint.Catalogue;
import lenswacht.knowledge.Edition;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetFile;
import org.junit.jupiter.api.Test;

class ProductListTest {
  private static final Catalogue CATALOGUE = Catalogue.bundled();
  private static final Edition EDITION = Edition.bundled();
  private static final Recogniser RECOGNISER = new Recogniser(CATALOGUE);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private static final List<List<String>> TENDER =
      List.of(
          List.of("Aanbesteding camera's", "", "", ""),
          List.of("Nr", "Fabrikant", "Typenummer", "Aantal"),
          List.of("1", "Hikvision", "DS-2CD2143G0-I", "12"),
          List.of("2", "Hikvison", "DS-2CD2032F-I", "2"),
          List.of("3", "Geenmerk", "X-1", "1"),
          List.of("4", "HIKVISION", "DS-2CD2143G0-I", "3"),
          List.of("", "", "", ""));

  private static ProductList list(List<List<String>> rows) {
    return ProductList.read(rows, new ColumnMatcher(CATALOGUE).match(rows), RECOGNISER);
  }

  @Test
  void columns_are_found_by_dutch_and_english_headings_with_how_sure() {
    ColumnMatcher.Layout dutch = new ColumnMatcher(CATALOGUE).match(TENDER);
    assertThat(dutch.headingRow()).isEqualTo(1);
    assertThat(dutch.columns())
        .extracting(ColumnMatch::column, ColumnMatch::index)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(ListColumn.BRAND, 1),
            org.assertj.core.groups.Tuple.tuple(ListColumn.MODEL, 2),
            org.assertj.core.groups.Tuple.tuple(ListColumn.NUMBER, 3));
    assertThat(dutch.columns()).extracting(ColumnMatch::percent).allMatch(p -> p >= 50 && p <= 100);

    ColumnMatcher.Layout english =
        new ColumnMatcher(CATALOGUE)
            .match(
                List.of(
                    List.of("Manufacturer", "Model No.", "FW version", "Qty"),
                    List.of("Axis", "P3245-LVE", "10.12.130", "4")));
    assertThat(english.columns())
        .extracting(ColumnMatch::column)
        .containsExactlyInAnyOrder(
            ListColumn.BRAND, ListColumn.MODEL, ListColumn.FIRMWARE, ListColumn.NUMBER);
  }

  @Test
  void a_list_without_headings_is_read_by_what_stands_in_it() {
    List<List<String>> rows =
        List.of(List.of("Axis", "P3245-LVE"), List.of("Hikvision", "DS-2CD2143G0-I"));
    ProductList list = list(rows);
    assertThat(list.layout().headingRow()).isEqualTo(-1);
    assertThat(list.products())
        .extracting(ListedProduct::brand)
        .containsExactly("Axis", "Hikvision");
    assertThat(list.layout().columns()).extracting(ColumnMatch::percent).allMatch(p -> p < 100);
  }

  @Test
  void a_brand_is_found_in_running_words() {
    List<List<String>> rows =
        List.of(
            List.of("Omschrijving", "Aantal"),
            List.of("Dome camera Hanwha XND-6080R, wit", "3"),
            List.of("Montagebeugel", "3"));
    assertThat(list(rows).products())
        .extracting(ListedProduct::brand)
        .containsExactly("Hanwha", "");
  }

  @Test
  void lines_are_recognised_likely_unknown_or_double() {
    List<Recognition> lines = RECOGNISER.recognise(list(TENDER), Confirmations.NONE);
    assertThat(lines)
        .extracting(Recognition::state)
        .containsExactly(
            Recognition.State.RECOGNISED,
            Recognition.State.LIKELY,
            Recognition.State.UNKNOWN,
            Recognition.State.RECOGNISED);
    assertThat(lines.get(3).sameAs()).contains(2);
    assertThat(lines.get(1).candidates().getFirst().brand()).isEqualTo("Hikvision");
    assertThat(lines.get(1).candidates().getFirst().percent()).isBetween(90, 99);
    assertThat(lines.get(1).settled()).isEmpty();
  }

  @Test
  void a_likely_line_counts_only_after_a_person_confirmed_it() throws SheetException {
    List<Recognition> before = RECOGNISER.recognise(list(TENDER), Confirmations.NONE);
    List<List<String>> sheet = new ArrayList<>(Confirmations.sheet(before));
    List<String> first = new ArrayList<>(sheet.get(1));
    assertThat(first.get(3)).isEqualTo("Hikvision");
    first.set(6, "ja");
    sheet.set(1, first);
    Confirmations said = Confirmations.read(SheetFile.of(SheetFile.csv(sheet)));

    List<Recognition> after = RECOGNISER.recognise(list(TENDER), said);
    assertThat(after.get(1).settled().flatMap(Recognition.Candidate::maker)).contains("Hikvision");
    assertThat(Confirmations.sheet(after)).hasSize(1);

    first.set(6, "nee");
    List<List<String>> refused = new ArrayList<>(List.of(sheet.getFirst(), first));
    List<Recognition> none =
        RECOGNISER.recognise(
            list(TENDER), Confirmations.read(SheetFile.of(SheetFile.csv(refused))));
    assertThat(none.get(1).state()).isEqualTo(Recognition.State.UNKNOWN);
    first.set(6, "misschien");
    assertThatThrownBy(
            () -> Confirmations.read(SheetFile.of(SheetFile.csv(List.of(sheet.getFirst(), first)))))
        .isInstanceOf(SheetException.class);
  }

  @Test
  void the_rules_that_judge_what_was_seen_judge_a_line() {
    List<Recognition> lines = RECOGNISER.recognise(list(TENDER), Confirmations.NONE);
    List<JudgedProduct> judged =
        new ProductJudge(EDITION, RECOGNISER)
            .judge(lines, new Answers(Map.of("site.class", "ministry"), Map.of()), DAY);

    JudgedProduct known = judged.getFirst();
    assertThat(known.rated().orElseThrow().findings())
        .extracting(finding -> finding.rule())
        .contains("R13");
    assertThat(known.rated().orElseThrow().espionage().level().best())
        .isGreaterThan(Level.VERY_LOW);
    assertThat(known.sourceDate()).contains("2019-06-25");
    JudgedProduct unknown = judged.get(2);
    assertThat(unknown.questions()).contains(SupplierQuestion.MAKER, SupplierQuestion.CHAIN);
    assertThat(unknown.rated().orElseThrow().espionage().level().worst())
        .isEqualTo(Level.VERY_HIGH);
    assertThat(unknown.sourceDate()).isEmpty();
  }

  @Test
  void a_line_with_its_firmware_is_held_against_the_advisories() {
    Recognition full =
        new Recognition(
            new ListedProduct(
                1, "Hikvision", "DS-2CD2032F-I", "V5.3.0 build 150513", "", OptionalInt.empty()),
            Recognition.State.RECOGNISED,
            List.of(new Recognition.Candidate("Hikvision", Optional.of("Hikvision"), 100)),
            Optional.empty(),
            false);
    JudgedProduct judged =
        new ProductJudge(EDITION, RECOGNISER).judge(List.of(full), Answers.NONE, DAY).getFirst();
    assertThat(judged.rated().orElseThrow().findings())
        .extracting(finding -> finding.rule())
        .contains("R07");
  }

  @Test
  void both_languages_say_the_same_and_four_cells_stand_under_four_headings() {
    assertThat(ProductTale.read(Locale.of("nl")).keySet())
        .isEqualTo(ProductTale.read(Locale.ENGLISH).keySet());
    List<JudgedProduct> judged =
        new ProductJudge(EDITION, RECOGNISER)
            .judge(RECOGNISER.recognise(list(TENDER), Confirmations.NONE), Answers.NONE, DAY);
    for (Locale language : List.of(Locale.of("nl"), Locale.ENGLISH)) {
      ProductTale tale = new ProductTale(EDITION, language, DAY);
      assertThat(tale.headings()).hasSize(4);
      for (JudgedProduct product : judged) {
        assertThat(tale.cells(product)).hasSize(4).noneMatch(String::isBlank);
        product
            .questions()
            .forEach(question -> assertThat(tale.question(question, product)).endsWith("?"));
      }
    }
  }

  @Test
  void two_spellings_are_as_alike_as_letters_that_need_not_change() {
    assertThat(Spelling.likeness("hikvision", "hikvision")).isEqualTo(1);
    assertThat(Spelling.likeness("hikvision", "hikvison")).isGreaterThan(0.85);
    assertThat(Spelling.likeness("hikvision", "hikivsion")).isGreaterThan(0.85);
    assertThat(Spelling.likeness("axis", "dahua")).isLessThan(0.3);
    assertThat(Spelling.plain("  DS-2CD/2143 ")).isEqualTo("ds 2cd 2143");
  }
}
