package lenswacht.console.overview;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.drawing.TellingView;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.observation.CoverageCourse;
import lenswacht.report.picture.CoverageDrawing;
import lenswacht.report.picture.PictureWords;
import org.jspecify.annotations.Nullable;

/// When somebody looked at which range. Read from the journals behind the screen once the overview
/// is shown.
final class CoverageStrip {
  private final Surroundings around;
  private final VBox root = new VBox(6);
  private boolean isShown;
  private @Nullable OpenedCase asked;

  CoverageStrip(Surroundings around) {
    this.around = around;
    root.setId("overview-coverage-strip");
    around.desk().openedProperty().addListener((property, before, now) -> follow());
  }

  Node root() {
    return root;
  }

  void shown() {
    isShown = true;
    follow();
  }

  private void follow() {
    OpenedCase opened = around.desk().openedProperty().get().orElse(null);
    if (!isShown || opened == null || opened == asked) {
      return;
    }
    asked = opened;
    root.getChildren()
        .setAll(Panes.paragraph(around.texts().of("overview.reading-journals"), "muted"));
    around
        .desk()
        .ask(
            Phrase.of("overview.reading-journals"),
            (file, gauge) -> file.coverageCourse(),
            course -> {
              if (asked == opened) {
                show(course);
              }
            },
            trouble -> {
              asked = null;
              root.getChildren().setAll(Panes.paragraph(around.texts().of(trouble.what())));
            });
  }

  private void show(CoverageCourse course) {
    root.getChildren()
        .setAll(
            new TellingView(
                    "overview-strip",
                    around,
                    words ->
                        new CoverageDrawing(course, PictureWords.in(words.language().locale()))
                            .drawing())
                .root());
  }
}
