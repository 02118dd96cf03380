package lenswacht.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final long MOST_STEPS = 5_000_000;
  private static final int HOSTILE_LENGTH = 16_384;

  private static final Catalogue CATALOGUE = CatalogueReader.bundled(Care.CHECKED);

  @Test
  void the_bundled_catalogue_loads_and_every_example_holds() {
    assertThat(CATALOGUE.size()).isGreaterThan(400);
    assertThat(CATALOGUE.edition()).isAfter("2026-01-01");
  }

  @Test
  void the_folder_holds_no_file_that_nobody_reads() throws IOException, URISyntaxException {
    Path folder = resource("catalogue");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .isSubsetOf(CatalogueReader.fileNames());
    }
  }

  @Test
  void every_file_of_fingerprints_is_in_the_list_of_files() throws IOException, URISyntaxException {
    Set<String> files = new HashSet<>();
    for (Observable observable : Observable.values()) {
      files.add(Condition.fileName(observable));
    }
    List<String> there;
    try (Stream<Path> all = Files.list(resource("catalogue"))) {
      there = all.map(file -> file.getFileName().toString()).filter(files::contains).toList();
    }
    List<String> list = Files.readAllLines(resource("catalogue/" + CatalogueReader.LIST));
    assertThat(list.subList(1, list.size())).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void a_sound_file_is_read() {
    assertThat(read("good")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "duplicate-id, 3, twice",
    "unreadable-pattern, 2, cannot be read",
    "nested-quantifier, 2, repeats a group",
    "quantified-alternation-inside, 2, repeats a group",
    "back-reference, 2, back reference",
    "large-count, 2, counts beyond",
    "unknown-maker, 2, no known maker",
    "unknown-brand, 2, no known brand",
    "unknown-kind, 2, no known kind",
    "kind-unknown, 2, no known kind",
    "unknown-attribute, 2, nothing a claim can be about",
    "unknown-transform, 2, no transform",
    "missing-group, 2, no group",
    "example-does-not-match, 2, should match",
    "counterexample-matches, 2, should not match",
    "no-example, 2, is empty",
    "no-counterexample, 2, is empty",
    "wrong-value, 2, gives",
    "unstated-value, 2, gives",
    "unknown-confidence, 2, no Confidence",
    "unknown-trust, 2, no Trust",
    "bad-date, 2, no date",
    "no-source, 2, is empty",
    "bad-condition, 2, nothing that can be observed",
    "bad-condition-pattern, 2, repeats",
    "unknown-name-condition, 2, no known brand",
    "wrong-columns, 1, columns must be",
    "ragged, 2, must hold 11 cells",
  })
  void a_broken_file_is_refused_with_its_name_and_line(String sample, long line, String complaint) {
    assertThatThrownBy(() -> read(sample))
        .isInstanceOfSatisfying(
            CatalogueException.class,
            refusal -> {
              assertThat(refusal.file()).isEqualTo(sample + ".csv");
              assertThat(refusal.line()).isEqualTo(line);
              assertThat(refusal).hasMessageContaining(complaint);
            });
  }

  @Test
  void every_broken_sample_is_put_to_the_test() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(resource("bad"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".csv", "");
        if (!name.equals("good")) {
          assertThatThrownBy(() -> read(name)).isInstanceOf(CatalogueException.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+",
        "(?:a*b)*",
        "(a|b+)*",
        "((ab){2,}c)+",
        "(a{1,9}){3}",
        "(?i:a+)*",
        "(a|ab)*"
      })
  void a_group_that_repeats_inside_may_not_be_repeated(String regex) {
    assertThat(PatternRule.objection(regex, false)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(ab)+", "(?:a+)?", "[(*+]+", "\\(a+\\)+", "(?<n>\\d+)\\.?", "(?!a+)b"})
  void a_pattern_without_nested_repetition_is_allowed(String regex) {
    assertThat(PatternRule.objection(regex, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.*b", "a+", "[^<]{3,}"})
  void on_page_bodies_every_repetition_has_a_bound(String regex) {
    assertThat(PatternRule.objection(regex, true)).isPresent();
    assertThat(PatternRule.objection(regex, false)).isEmpty();
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
            "a", "0", " ", ".", "-", "AXIS ", "1.", "a ", "<title>", "Login to ", "220 AXIS 1")
        .map(unit -> unit.repeat(HOSTILE_LENGTH / unit.length()));
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void no_pattern_labours_over_hostile_text(String text) {
    for (Fingerprint fingerprint : all()) {
      CountedText counted = new CountedText(text, new long[1], MOST_STEPS);
      fingerprint.read(counted, CATALOGUE.names());
      Fingerprint unlimited =
          new Fingerprint(
              fingerprint.id(),
              fingerprint.pattern(),
              HOSTILE_LENGTH,
              fingerprint.conditions(),
              fingerprint.statements(),
              fingerprint.confidence(),
              fingerprint.trust(),
              fingerprint.source(),
              fingerprint.dated());
      if (fingerprint.longest() > HOSTILE_LENGTH) {
        unlimited.read(new CountedText(text, new long[1], MOST_STEPS), CATALOGUE.names());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00:40:8C:01:02:03, Axis",
    "44:19:B6:01:02:03, Hikvision",
  })
  void the_owner_of_a_block_is_found(String mac, String maker) {
    assertThat(CATALOGUE.macPrefixes().owner(MacAddress.parse(mac)))
        .hasValueSatisfying(owner -> assertThat(owner.maker()).contains(maker));
  }

  @Test
  void a_locally_administered_address_has_no_owner() {
    assertThat(CATALOGUE.macPrefixes().owner(MacAddress.parse("02:40:8C:01:02:03"))).isEmpty();
  }

  @Test
  void the_longest_block_wins() {
    MacPrefixes prefixes =
        new MacPrefixes(
            CatalogueRow.read(
                "mac.csv",
                "prefix,brand,kind,source\n0050C2,Sony,,ieee\n0050C20AC,Axis,CAMERA,ieee\n",
                MacPrefixes.COLUMNS),
            CATALOGUE.names());
    assertThat(prefixes.owner(MacAddress.parse("0050C20AC001")).orElseThrow().brand())
        .contains("Axis");
    assertThat(prefixes.owner(MacAddress.parse("0050C2111001")).orElseThrow().brand())
        .contains("Sony");
  }

  @Test
  void several_blocks_of_one_owner_stand_in_one_cell() {
    MacPrefixes prefixes =
        new MacPrefixes(
            CatalogueRow.read(
                "mac.csv",
                "prefix,brand,kind,source\n000048 0026AB,Epson,OTHER,ieee\n",
                MacPrefixes.COLUMNS),
            CATALOGUE.names());
    assertThat(prefixes.size()).isEqualTo(2);
    assertThat(prefixes.owner(MacAddress.parse("0026AB010203")).orElseThrow().maker())
        .contains("Epson");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0050C,Sony,,ieee",
        "000048  0026AB,Epson,OTHER,ieee",
        "ZZ50C2,Sony,,ieee",
        "0250C2,Sony,,ieee",
        "0050C2,Acme,,ieee",
        "0050C2,Sony,SHIP,ieee",
        "0050C2,Sony,,"
      })
  void a_bad_block_is_refused(String line) {
    List<CatalogueRow> rows =
        CatalogueRow.read(
            "mac.csv", "prefix,brand,kind,source\n" + line + "\n", MacPrefixes.COLUMNS);
    assertThatThrownBy(() -> new MacPrefixes(rows, CATALOGUE.names()))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith("mac.csv:2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme,Axis,high,own,2026-11-21",
        "Amcrest,Acme,high,own,2026-11-21",
        "Amcrest,Dahua,sure,own,2026-11-21",
        "Amcrest,Dahua,high,,2026-11-21",
        "Amcrest,Dahua,high,own,yesterday"
      })
  void a_bad_label_is_refused(String line) {
    List<CatalogueRow> rows =
        CatalogueRow.read(
            "labels.csv", "brand,maker,confidence,source,dated\n" + line + "\n", Labels.COLUMNS);
    assertThatThrownBy(() -> new Labels(rows, CATALOGUE.names()))
        .isInstanceOf(CatalogueException.class);
  }

  @Test
  void a_doubtful_label_names_no_maker() {
    Labels labels = CATALOGUE.labels();
    assertThat(labels.supplier("Amcrest"))
        .hasValueSatisfying(supplier -> assertThat(supplier.maker()).isEqualTo("Dahua"));
    assertThat(labels.supplier("TRENDnet")).isEmpty();
    assertThat(labels.supplier("nobody we know")).isEmpty();
  }

  private List<Fingerprint> all() {
    List<Fingerprint> all = new ArrayList<>(CATALOGUE.models());
    for (Observable observable : Observable.values()) {
      all.addAll(CATALOGUE.fingerprints(observable));
    }
    return all;
  }

  private static List<Fingerprint> read(String sample) {
    String file = sample + ".csv";
    try {
      String text = Files.readString(resource("bad/" + file), StandardCharsets.UTF_8);
      return new FingerprintReader(CatalogueReader.names(), new HashSet<>(), Care.CHECKED)
          .read(file, text, false);
    } catch (IOException | URISyntaxException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(CatalogueReader.class.getResource(name)).toURI());
  }

  /// Text that counts how often its characters are looked at, and stops when that is too often.
  private record CountedText(CharSequence text, long[] steps, long most) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (++steps[0] > most) {
        throw new AssertionError("more than " + most + " steps");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new CountedText(text.subSequence(start, end), steps, most);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
