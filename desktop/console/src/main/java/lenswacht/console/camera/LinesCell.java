package lenswacht.console.camera;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// A cell of one or two lines. When another row scrolls into it, the same labels get other words.
final class LinesCell extends TableCell<AssetRow, AssetRow> {
  private static final String OPEN = "not-determined";

  private final Texts texts;
  private final Function<AssetRow, Lines> content;
  private final Label first = new Label();
  private final Label second = new Label();
  private final VBox lines = new VBox(1, first);
  private final Tooltip tooltip = new Tooltip();

  /// What stands in a cell.
  ///
  /// @param first line
  /// @param second line, smaller; nothing where there is one line only
  record Lines(Phrase first, Phrase second) {
    static Lines of(Phrase first) {
      return new Lines(first, Phrase.NONE);
    }

    /// Whether it says that something is not known.
    boolean isOpen() {
      return first.equals(Phrase.of("not-determined"))
          || first.equals(Phrase.of("level.not-rated"));
    }
  }

  /// @param style class of the first line; empty for none
  LinesCell(Texts texts, String style, Function<AssetRow, Lines> content) {
    this.texts = texts;
    this.content = content;
    if (!style.isEmpty()) {
      first.getStyleClass().add(style);
    }
    second.getStyleClass().addAll("muted", "small");
    lines.getStyleClass().add("bar");
    setText(null);
  }

  @Override
  protected void updateItem(AssetRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    Lines shown = content.apply(row);
    first.setText(texts.render(shown.first()));
    mark(shown.isOpen());
    String below = texts.render(shown.second());
    second.setText(below);
    if (below.isEmpty() == lines.getChildren().contains(second)) {
      lines.getChildren().setAll(below.isEmpty() ? new Label[] {first} : both());
    }
    tooltip.setText(below.isEmpty() ? first.getText() : first.getText() + "\n" + below);
    if (getGraphic() == null) {
      setGraphic(lines);
      setTooltip(tooltip);
    }
  }

  private Label[] both() {
    return new Label[] {first, second};
  }

  private void mark(boolean isOpen) {
    if (isOpen != first.getStyleClass().contains(OPEN)) {
      if (isOpen) {
        first.getStyleClass().add(OPEN);
      } else {
        first.getStyleClass().remove(OPEN);
      }
    }
  }
}
