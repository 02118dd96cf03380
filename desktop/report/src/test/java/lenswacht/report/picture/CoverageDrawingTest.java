package lenswacht.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lenswacht.observation.AddressRange;
import lenswacht.observation.CoverageCourse;
import lenswacht.observation.CoverageCourse.Band;
import lenswacht.observation.CoverageCourse.Round;
import lenswacht.observation.CoverageCourse.Span;
import lenswacht.observation.Omission;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageDrawingTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void what_was_looked_at_and_every_gap_is_drawn_and_told(String language) throws IOException {
    Drawing drawing = Legible.require("coverage-" + language, draw(language, twoRounds()));
    String told = String.join("\n", drawing.told());
    assertThat(told).contains("10.20.30.0/24", "10:20:00", "10:41:00 UTC", "2026-11-21");
    assertThat(told).contains(language.equals("nl") ? "Niet gekeken" : "Nobody looked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void no_run_one_run_and_many_ranges_can_be_drawn(String language) throws IOException {
    Legible.require("coverage-none-" + language, draw(language, new CoverageCourse(List.of())));
    Round empty = new Round(span(0, 0), Optional.empty(), true, List.of(), List.of());
    Legible.require(
        "coverage-empty-" + language, draw(language, new CoverageCourse(List.of(empty))));
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      List<Band> bands = new ArrayList<>();
      for (int one = 0; one < 40; one++) {
        bands.add(
            new Band(
                AddressRange.parse("2001:db8:ffff:ffff:ffff:ffff:ff" + (one + 10) + ":0/112"),
                List.of(span(i, 3)),
                List.of(span(i, 40)),
                EnumSet.allOf(Omission.class)));
      }
      rounds.add(new Round(span(i, 60), Optional.empty(), false, List.of(), bands));
    }
    Legible.require("coverage-many-" + language, draw(language, new CoverageCourse(rounds)));
  }

  @Test
  void where_nobody_looked_the_strip_is_hatched_and_nothing_else() {
    Band nobody = new Band(AddressRange.parse("10.0.0.0/24"), List.of(), List.of(), Set.of());
    Drawing drawing =
        draw(
            "nl",
            new CoverageCourse(
                List.of(
                    new Round(span(0, 10), Optional.empty(), true, List.of(), List.of(nobody)))));
    List<Shape.Box> strip =
        drawing.shapes().stream()
            .filter(shape -> shape instanceof Shape.Box box && box.width() > 100)
            .map(Shape.Box.class::cast)
            .toList();
    assertThat(strip).hasSize(1);
    assertThat(strip.getFirst().hatched()).isTrue();
    assertThat(strip.getFirst().fill()).isEqualTo(Ink.GROUND);
    assertThat(drawing.told().getFirst()).contains("niets gevraagd");
  }

  private static CoverageCourse twoRounds() {
    AddressRange cameras = AddressRange.parse("10.20.30.0/24");
    AddressRange office = AddressRange.parse("10.20.31.0/24");
    AddressRange sixth = AddressRange.parse("2001:db8::/64");
    Round first =
        new Round(
            span(0, 60),
            Optional.of("CAM-2 poort 14"),
            true,
            List.of(span(20, 21)),
            List.of(
                new Band(
                    cameras, List.of(span(0, 5)), List.of(span(5, 15), span(41, 10)), Set.of()),
                new Band(office, List.of(), List.of(span(6, 4)), EnumSet.of(Omission.STOPPED)),
                new Band(sixth, List.of(), List.of(), EnumSet.of(Omission.TOO_LARGE))));
    Round second =
        new Round(
            new Span(START.plusSeconds(86_400), START.plusSeconds(86_400 + 900)),
            Optional.empty(),
            false,
            List.of(),
            List.of(
                new Band(cameras, List.of(), List.of(), Set.of()),
                new Band(office, List.of(), List.of(), EnumSet.of(Omission.NO_ROUTE)),
                new Band(sixth, List.of(), List.of(), EnumSet.of(Omission.TOO_LARGE))));
    return new CoverageCourse(List.of(first, second));
  }

  private static Span span(int minute, int minutes) {
    Instant from = START.plusSeconds(minute * 60L);
    return new Span(from, from.plusSeconds(minutes * 60L));
  }

  private static Drawing draw(String language, CoverageCourse course) {
    return new CoverageDrawing(course, PictureWords.in(Locale.of(language))).drawing();
  }
}
