package lenswacht.console.drawing;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.text.Texts;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Shape;

/// A picture whose parts tell what they say, in a line below it, when they are pressed.
public final class TellingView {
  private final VBox root;
  private final Label said = new Label();
  private final Surroundings around;
  private final Function<Texts, Drawing> draw;
  private String pressed = "";

  /// @param id of the picture within the console
  /// @param draw makes the picture in the language that is spoken
  public TellingView(String id, Surroundings around, Function<Texts, Drawing> draw) {
    this.around = around;
    this.draw = draw;
    said.setId(id + "-said");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.getStyleClass().add("sentence");
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    said.managedProperty().bind(said.visibleProperty());
    root = new VBox(6, new DrawingView(id, around, draw, this::press).root(), said);
    around.texts().languageProperty().addListener((property, before, now) -> tell());
  }

  /// What is shown.
  public Region root() {
    return root;
  }

  private void press(String key) {
    pressed = key;
    tell();
  }

  private void tell() {
    if (!pressed.isEmpty()) {
      said.setText(
          draw.apply(around.texts()).shapes().stream()
              .filter(shape -> shape instanceof Shape.Spot spot && spot.key().equals(pressed))
              .map(shape -> ((Shape.Spot) shape).spoken())
              .findFirst()
              .orElse(""));
    }
  }
}
