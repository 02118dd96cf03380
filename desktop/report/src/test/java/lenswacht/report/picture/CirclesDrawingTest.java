package lenswacht.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.floor.Label;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.NetworkAsset;
import lenswacht.assessment.floor.PaperList;
import lenswacht.assessment.floor.Papers;
import lenswacht.assessment.floor.Reconciliation;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.SightRound;
import lenswacht.assessment.floor.Sighting;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CirclesDrawingTest {
  private static final Said SAID = new Said("J. Jansen", Instant.parse("2026-11-20T10:00:00Z"));

  private static Reconciliation known(boolean withPaper) {
    List<NetworkAsset> found = new ArrayList<>();
    for (int i = 1; i <= 17; i++) {
      String address = "10.20.30." + i;
      found.add(
          new NetworkAsset(address, Set.of(address), Optional.empty(), Set.of(), "camera", true));
    }
    List<PaperList.Row> rows = new ArrayList<>();
    for (int i = 5; i <= 18; i++) {
      rows.add(new PaperList.Row("C" + i, "10.20.30." + i, "gang", Label.NONE));
    }
    List<Sighting> seen = new ArrayList<>();
    for (int i = 1; i <= 15; i++) {
      Match match = i <= 13 ? Match.is("10.20.30." + i) : Match.NOT_FOUND;
      seen.add(
          new Sighting("s" + i, Optional.empty(), "gang", "koepel", Label.NONE, "", match, SAID));
    }
    Papers papers =
        new Papers(withPaper ? List.of(new PaperList("lijst", rows, SAID)) : List.of(), Map.of());
    return Reconciliation.of(found, true, papers, new SightRound(seen, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void seven_counts_can_be_read_and_pressed(String language) throws Exception {
    Drawing drawing =
        Legible.require(
            "circles-" + language,
            new CirclesDrawing(known(true), PictureWords.in(Locale.of(language))).drawing());

    assertThat(drawing.shapes()).filteredOn(Shape.Spot.class::isInstance).hasSize(7);
    assertThat(drawing.told()).hasSize(8);
    assertThat(drawing.told().getFirst()).contains("14").contains("17").contains("15");
  }

  @Test
  void a_circle_that_nobody_looked_at_is_broken_and_counts_nothing() throws Exception {
    Drawing drawing =
        Legible.require(
            "circles-open",
            new CirclesDrawing(known(false), PictureWords.in(Locale.of("nl"))).drawing());

    assertThat(drawing.shapes()).filteredOn(Shape.Spot.class::isInstance).hasSize(3);
    assertThat(drawing.shapes())
        .filteredOn(shape -> shape instanceof Shape.Path path && path.dashed())
        .hasSize(1);
    assertThat(drawing.told().getFirst()).contains("Op papier: niet bekeken");
    assertThat(drawing.told())
        .contains("Alleen op papier: niet vastgesteld, want een van deze is niet bekeken.");
  }
}
