package lenswacht.console.camera;

import java.io.IOException;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.setting.HiddenColumns;

/// Says which columns a table shows, and remembers it.
final class ColumnChoice {
  private final MenuButton button = new MenuButton();

  ColumnChoice(TableView<?> table, HiddenColumns kept, Surroundings around) {
    button.setId("cameras-columns");
    button.textProperty().bind(around.texts().of("cameras.columns"));
    button.accessibleTextProperty().bind(around.texts().of("cameras.columns"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    Set<String> hidden = kept.read();
    for (TableColumn<?, ?> column : table.getColumns()) {
      column.setVisible(!hidden.contains(column.getId()));
      CheckMenuItem choice = new CheckMenuItem();
      choice.setId(column.getId() + "-shown");
      choice.textProperty().bind(column.textProperty());
      choice.selectedProperty().bindBidirectional(column.visibleProperty());
      column.visibleProperty().addListener((property, before, now) -> keep(table, kept, around));
      button.getItems().add(choice);
    }
    button.getItems().getFirst().setDisable(true); // the address names the row
  }

  MenuButton button() {
    return button;
  }

  private static void keep(TableView<?> table, HiddenColumns kept, Surroundings around) {
    try {
      kept.write(
          table.getColumns().stream()
              .filter(column -> !column.isVisible())
              .map(TableColumn::getId)
              .toList());
    } catch (IOException unwritable) {
      around.desk().fail(unwritable);
    }
  }
}
