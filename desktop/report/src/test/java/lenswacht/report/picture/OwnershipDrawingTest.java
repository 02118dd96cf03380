package lenswacht.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Trust;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Maker;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnershipDrawingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private final Edition edition = Edition.bundled();

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void a_relabelled_camera_is_followed_to_the_law_that_compels(String language) throws IOException {
    Drawing drawing = draw(language, seen(Optional.of("TruVision"), Optional.of("EZVIZ")));
    Legible.require("ownership-" + language, drawing);
    assertThat(words(drawing)).contains("TruVision", "EZVIZ", "Hikvision", "China (CN)");
    assertThat(String.join(" ", drawing.told()))
        .contains("TruVision", "EZVIZ", "Hikvision", "2019-06-25", "42 %", "2017");
    assertThat(dashed(drawing)).as("what nobody verified is broken").isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void what_is_not_determined_is_hatched_and_told(String language) throws IOException {
    Drawing nothing =
        draw(
            language,
            new Provenance(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                false,
                Optional.empty()));
    Legible.require("ownership-open-" + language, nothing);
    assertThat(hatched(nothing)).isGreaterThanOrEqualTo(4);
    Drawing stranger =
        draw(language, seen(Optional.of("No Such Label"), Optional.of("No Such Maker")));
    Legible.require("ownership-stranger-" + language, stranger);
    assertThat(String.join(" ", stranger.told())).contains("No Such Maker");
    assertThat(hatched(stranger)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void the_longest_names_find_room(String language) throws IOException {
    String endless = "Wereldwijde".repeat(9);
    Legible.require(
        "ownership-long-" + language,
        draw(language, seen(Optional.of(endless + " Beveiliging"), Optional.of(endless))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void every_maker_of_the_edition_can_be_read(String language) {
    for (Maker maker : edition.makers().makers()) {
      Drawing drawing = draw(language, seen(Optional.of(maker.name()), Optional.of(maker.name())));
      assertThat(Legible.complaints(drawing)).as(maker.name()).isEmpty();
      assertThat(drawing.told()).hasSizeGreaterThan(2);
    }
  }

  @Test
  void a_maker_that_is_only_hinted_at_has_a_broken_arrow() {
    Provenance certain = seen(Optional.of("Axis"), Optional.of("Axis"));
    Provenance hinted =
        new Provenance(
            certain.label(),
            certain.maker(),
            Optional.of(Confidence.HINT),
            EnumSet.of(Trust.MAC_PREFIX),
            false,
            certain.day());
    assertThat(dashed(draw("nl", hinted))).isEqualTo(dashed(draw("nl", certain)) + 1);
  }

  private Drawing draw(String language, Provenance provenance) {
    return new OwnershipDrawing(
            provenance, edition.makers(), DAY, PictureWords.in(Locale.of(language)))
        .drawing();
  }

  private static Provenance seen(Optional<String> label, Optional<String> maker) {
    return new Provenance(
        label,
        maker,
        Optional.of(Confidence.CERTAIN),
        EnumSet.of(Trust.PROTOCOL, Trust.CERTIFICATE, Trust.WEB_ASSET),
        false,
        Optional.of(DAY));
  }

  private static List<String> words(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Words.class::isInstance)
        .map(shape -> ((Shape.Words) shape).words())
        .toList();
  }

  private static long dashed(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(shape -> shape instanceof Shape.Path path && path.dashed())
        .count();
  }

  private static long hatched(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(shape -> shape instanceof Shape.Box box && box.hatched())
        .count();
  }
}
