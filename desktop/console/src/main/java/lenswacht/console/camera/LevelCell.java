package lenswacht.console.camera;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import lenswacht.assessment.Interval;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Texts;

/// A cell that shows a level. There are few levels: what a cell drew once it shows again.
final class LevelCell extends TableCell<AssetRow, AssetRow> {
  private final Texts texts;
  private final Function<AssetRow, Optional<Interval>> level;
  private final Map<Optional<Interval>, Node> drawn = new HashMap<>();

  LevelCell(Texts texts, Function<AssetRow, Optional<Interval>> level) {
    this.texts = texts;
    this.level = level;
    setText(null);
  }

  @Override
  protected void updateItem(AssetRow row, boolean empty) {
    super.updateItem(row, empty);
    setGraphic(empty || row == null ? null : drawn.computeIfAbsent(level.apply(row), this::draw));
  }

  private Node draw(Optional<Interval> known) {
    return known
        .<Node>map(it -> Panes.level(texts, it))
        .orElseGet(() -> Panes.label(texts.of("level.not-rated"), "not-determined"));
  }
}
