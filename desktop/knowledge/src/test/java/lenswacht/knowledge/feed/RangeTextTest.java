package lenswacht.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.knowledge.feed.StatedRange.Shape;
import lenswacht.knowledge.feed.StatedRange.Status;
import lenswacht.knowledge.feed.StatedRange.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTextTest {
  private static final Subject SUBJECT = new Subject("V", "P", Status.AFFECTED);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<5.4.5; VERSION;;;5.4.5",
        "<= 1.5; VERSION;;1.5;",
        ">=1.2|<=1.9; VERSION;1.2;1.9;",
        "vers:intdot/>=1.0|<2.0; VERSION;1.0;;2.0",
        "prior to 7.9.6; VERSION;;;7.9.6",
        "3.05.62 and prior versions; VERSION;;3.05.62;",
        "AXIS OS 1.65.4 or earlier; VERSION;;1.65.4;",
        "AXIS OS 10.11 - 11.5; VERSION;10.11;11.5;",
        "firmware versions V01L001 to V01L053; VERSION;V01L001;V01L053;",
        "<15-12-2025; BUILD_DAY;;;2025-12-15",
        "Versions which build time before 2023/12/13; BUILD_DAY;;;2023-12-13",
        "vers:all/*; ALL;;;",
        "all versions; ALL;;;",
        "*; ANY;;;",
        "some of them; PROSE;;;",
        "Versions 1 to 3 except 2; PROSE;;;",
        "20241222; PROSE;;;"
      })
  void ranges_are_read_as_their_writers_mean_them(
      String text, Shape shape, String from, String through, String below) {
    StatedRange range = RangeText.parse(SUBJECT, text).getFirst();

    assertThat(range.shape()).isEqualTo(shape);
    assertThat(List.of(range.from(), range.through(), range.below()))
        .containsExactly(or(from), or(through), or(below));
  }

  @Test
  void several_versions_and_several_lines_stay_apart() {
    assertThat(RangeText.parse(SUBJECT, "9.6 | 9.8"))
        .extracting(StatedRange::from)
        .containsExactly("9.6", "9.8");
    assertThat(RangeText.parse(SUBJECT, "<= 1.12.0.25 | 1.12.13.2 | 1.12.14.5"))
        .extracting(StatedRange::through)
        .containsExactly("1.12.0.25", "1.12.13.2", "1.12.14.5");
    assertThat(RangeText.parse(SUBJECT, "vers:intdot/>=1.0|<2.0|>=3.0|<3.5"))
        .extracting(StatedRange::below)
        .containsExactly("2.0", "3.5");
  }

  @Test
  void names_of_products_give_models_or_nothing() {
    assertThat(models("ipc-hdw1x2x_firmware", "Dahua")).isEqualTo("IPC-HDW1?2?* series");
    assertThat(models("Uniview IP Camera IPC322LB-SF28-A", "Uniview")).isEqualTo("IPC322LB-SF28-A");
    assertThat(models("HVR-4781, HVR-8781", "Hitron")).isEqualTo("HVR-4781 HVR-8781");
    assertThat(models("Tapo C210", "TP-Link")).isEqualTo("C210");
    assertThat(models("IP cameras", "Hikvision")).isEqualTo("* series");
    assertThat(models("UniFi Network Application", "Ubiquiti")).isEqualTo("none");
    assertThat(models("Experion Server", "Honeywell")).isEqualTo("none");
    assertThat(models("DeviceHub", "Milesight")).isEqualTo("none");
  }

  @Test
  void any_text_ends_in_an_answer() {
    Random random = new Random(20_261_121);
    String signs = "<>=!|/.,-_ ()0123456789abvxXrelBuildto\u00a0\uff08\u2013*:vers";
    for (int round = 0; round < 4_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(RangeText.parse(SUBJECT, text.toString())).isNotEmpty();
      assertThat(ProductNames.models(text.toString(), "Dahua")).isNotNull();
    }
    assertThat(RangeText.parse(SUBJECT, "1.".repeat(100_000))).isNotEmpty();
    assertThat(ProductNames.models("A1, ".repeat(100_000), "Dahua")).isEqualTo(Optional.empty());
  }

  private static String or(@Nullable String cell) {
    return cell == null ? "" : cell;
  }

  private static String models(String product, String maker) {
    return ProductNames.models(product, maker)
        .map(found -> String.join(" ", found.patterns()) + (found.exact() ? "" : " series"))
        .orElse("none");
  }
}
