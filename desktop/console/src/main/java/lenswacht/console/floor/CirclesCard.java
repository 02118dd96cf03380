package lenswacht.console.floor;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.drawing.DrawingView;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.report.picture.CirclesDrawing;
import lenswacht.report.picture.PictureWords;

/// Three circles on the overview: paper, network and sight in one picture.
public final class CirclesCard {
  private final Surroundings around;
  private final Runnable open;
  private final VBox root = Panes.card();
  private long asked;
  private boolean isShown;

  /// @param open goes to the screen on which it is sorted out
  public CirclesCard(Surroundings around, Runnable open) {
    this.around = around;
    this.open = open;
    root.setId("overview-circles");
    root.managedProperty().bind(root.visibleProperty());
    root.setVisible(false);
    around.desk().putsProperty().addListener((property, before, now) -> follow());
  }

  /// The card; it is not there as long as nothing is known.
  public Node root() {
    return root;
  }

  /// The screen that it is on is shown now.
  public void shown() {
    isShown = true;
    follow();
  }

  private void follow() {
    Optional<OpenedCase> opened = around.desk().openedProperty().get();
    long puts = around.desk().putsProperty().get();
    if (!isShown || opened.isEmpty() || puts == asked) {
      return;
    }
    asked = puts;
    around
        .desk()
        .ask(
            Phrase.of("page.reading", "screen", Phrase.of("screen.reconcile")),
            (file, gauge) -> Site.of(file, opened.get()),
            this::show,
            trouble -> root.setVisible(false));
  }

  private void show(Site site) {
    DrawingView circles =
        new DrawingView(
            "overview-circles-picture",
            around,
            words ->
                new CirclesDrawing(site.known(), PictureWords.in(words.language().locale()))
                    .drawing(),
            key -> open.run());
    root.getChildren()
        .setAll(
            Panes.label(around.texts().of("overview.circles"), "layer-title"),
            circles.root(),
            Panes.button(
                "overview-circles-open", around.texts().of("overview.circles.open"), open));
    root.setVisible(true);
  }
}
