package lenswacht.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.Place;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The left column: every place of the console, always in the same order. The way through a case is
/// numbered, and the number with Ctrl leads there.
final class LeftColumn {
  private final FrameViewModel model;
  private final Texts texts;
  private final Map<Place, ToggleButton> menu = new EnumMap<>(Place.class);
  private final ScrollPane root;

  LeftColumn(FrameViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    VBox column = new VBox(2);
    column.getStyleClass().add("left-column");
    Place.Part part = Place.Part.BEGIN;
    for (Place place : Place.values()) {
      if (place.part() != part) {
        column.getChildren().add(new Separator());
        part = place.part();
      }
      column.getChildren().add(button(place));
    }
    root = Panes.scrolling(column);
    root.setId("frame-menu");
    root.setFitToHeight(true);
    root.getStyleClass().add("left-scroll");
    root.setFocusTraversable(false);
    root.setMinWidth(Region.USE_PREF_SIZE);
  }

  ScrollPane root() {
    return root;
  }

  void select(Place place) {
    menu.forEach((of, button) -> button.setSelected(of == place));
  }

  /// The places that a digit leads to, in order.
  static List<Place> numbered() {
    return List.of(Place.values()).stream()
        .filter(place -> place.part() == Place.Part.CASE)
        .toList();
  }

  private ToggleButton button(Place place) {
    ToggleButton button = new ToggleButton();
    button.setId("menu-" + place.word());
    int number = numbered().indexOf(place) + 1;
    Phrase words =
        number > 0
            ? Phrase.of("frame.menu", "number", number, "title", place.title())
            : place.title();
    button.textProperty().bind(texts.of(words));
    button.accessibleTextProperty().bind(texts.of(place.title()));
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("menu-choice");
    button.setOnAction(
        event -> {
          model.placeProperty().set(place);
          select(place);
        });
    menu.put(place, button);
    return button;
  }
}
