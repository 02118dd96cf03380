package lenswacht.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import lenswacht.fingerprint.FirmwareGrammar.Besides;
import lenswacht.fingerprint.FirmwareVersion.Counts;
import lenswacht.fingerprint.FirmwareVersion.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of the order of firmware versions whatever they are: versions are made by changing
/// the digits of each form's own examples, so that every form of every maker is tried.
class FirmwareOrderPropertyTest {
  private static final FirmwareGrammar GRAMMAR = Catalogue.bundled().firmware();
  private static final List<CatalogueRow> ROWS =
      CatalogueRow.read("firmware.csv", grammar(), FirmwareGrammar.COLUMNS);

  private static String grammar() {
    try (InputStream bytes =
        Objects.requireNonNull(
            FirmwareGrammar.class.getResourceAsStream("catalogue/firmware.csv"))) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<FirmwareVersion> some(Random random, CatalogueRow row) {
    String firm = row.cell("firm").split("\\|")[0];
    String[] examples = row.cell("matches").split(" \\|\\| ");
    List<FirmwareVersion> versions = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String text = changed(random, examples[random.nextInt(examples.length)]);
      Besides besides =
          new Besides(
              some(random, "A1", "B2"),
              some(random, "M-1", "M-2"),
              some(random, "2021-01-01", "2022-02-02").map(LocalDate::parse));
      GRAMMAR.read(firm, text, besides).ifPresent(versions::add);
    }
    return versions;
  }

  private static Optional<String> some(Random random, String one, String other) {
    return switch (random.nextInt(4)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(other);
      default -> Optional.of(one);
    };
  }

  private static String changed(Random random, String example) {
    StringBuilder text = new StringBuilder(example);
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(text.length());
      if (Character.isDigit(text.charAt(at))) {
        text.setCharAt(at, (char) ('0' + random.nextInt(10)));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {20261121, 7, 42})
  void seen_from_the_other_side_the_order_is_turned_round(long seed) {
    Random random = new Random(seed);
    for (CatalogueRow row : ROWS) {
      List<FirmwareVersion> versions = some(random, row);
      assertThat(versions).as(row.cell("id")).hasSizeGreaterThan(20);
      for (FirmwareVersion one : versions) {
        for (FirmwareVersion other : versions) {
          assertThat(kind(one.comparedWith(other)))
              .as(one + " and " + other)
              .isEqualTo(turned(kind(other.comparedWith(one))));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {20261121, 7, 42})
  void within_a_line_the_order_is_a_total_preorder_where_everything_it_counts_is_known(long seed) {
    Random random = new Random(seed);
    for (CatalogueRow row : ROWS) {
      List<FirmwareVersion> versions =
          some(random, row).stream()
              .filter(version -> version.counts() != Counts.COMPONENTS)
              .filter(version -> version.line().isPresent() && version.built().isPresent())
              .toList();
      for (FirmwareVersion one : versions) {
        assertThat(kind(one.comparedWith(one))).as(one.toString()).isEqualTo(0);
        for (FirmwareVersion two : versions) {
          if (one.line().equals(two.line()) && one.counts() == two.counts()) {
            assertThat(kind(one.comparedWith(two))).as(one + " and " + two).isBetween(-1, 1);
          }
          for (FirmwareVersion three : versions) {
            if (kind(one.comparedWith(two)) <= 0 && kind(two.comparedWith(three)) <= 0) {
              assertThat(kind(one.comparedWith(three)))
                  .as(one + ", " + two + ", " + three)
                  .isLessThanOrEqualTo(0);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {20261121, 7, 42})
  void components_are_ordered_transitively_where_they_are_ordered(long seed) {
    Random random = new Random(seed);
    for (CatalogueRow row : ROWS) {
      List<FirmwareVersion> versions =
          some(random, row).stream()
              .filter(version -> version.counts() == Counts.COMPONENTS)
              .toList();
      for (FirmwareVersion one : versions) {
        for (FirmwareVersion two : versions) {
          for (FirmwareVersion three : versions) {
            if (kind(one.comparedWith(two)) <= 0 && kind(two.comparedWith(three)) <= 0) {
              assertThat(kind(one.comparedWith(three))).isLessThanOrEqualTo(0);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {20261121, 7, 42})
  void across_lines_and_across_makers_nothing_is_ever_decided(long seed) {
    Random random = new Random(seed);
    List<FirmwareVersion> all = new ArrayList<>();
    ROWS.forEach(row -> some(random, row).stream().limit(12).forEach(all::add));
    for (FirmwareVersion one : all) {
      for (FirmwareVersion other : all) {
        boolean comparable =
            one.maker().equals(other.maker())
                && one.line().isPresent()
                && one.line().equals(other.line());
        if (!comparable) {
          assertThat(one.comparedWith(other))
              .as(one + " and " + other)
              .isInstanceOf(Order.NotDetermined.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {20261121, 7, 42})
  void whatever_the_text_nothing_but_a_version_comes_of_it(long seed) {
    Random random = new Random(seed);
    String symbols = "0123456789..-_ vVbBrRSPTuildU()MXG,:";
    List<String> firms = GRAMMAR.firms().stream().sorted().toList();
    for (int round = 0; round < 4000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(110); i > 0; i--) {
        text.append(symbols.charAt(random.nextInt(symbols.length())));
      }
      String firm = firms.get(random.nextInt(firms.size()));
      GRAMMAR
          .read(firm, text.toString(), Besides.NOTHING)
          .ifPresent(
              version ->
                  assertThat(version.text().toLowerCase(Locale.ROOT))
                      .isEqualTo(text.toString().strip().toLowerCase(Locale.ROOT)));
    }
  }

  /// -1, 0 and 1 as a comparator has it; 9 where nothing is decided.
  private static int kind(Order order) {
    return switch (order) {
      case Order.Earlier _ -> -1;
      case Order.Same _ -> 0;
      case Order.Later _ -> 1;
      case Order.NotDetermined _ -> 9;
    };
  }

  private static int turned(int kind) {
    return kind == 9 ? 9 : -kind;
  }
}
