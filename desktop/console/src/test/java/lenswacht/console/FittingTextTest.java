package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.text.Text;
import lenswacht.console.desk.Place;
import lenswacht.console.text.Language;
import org.junit.jupiter.api.Test;

/// Walks over every screen with a real case and holds what each control shows against what it has
/// to say: a word that is cut off is a fault of the screen, not of whoever reads it.
class FittingTextTest extends RealCaseScreens {
  @Override
  Dimension2D size() {
    return new Dimension2D(1280, 800);
  }

  @Test
  void no_control_of_any_screen_is_cut_off_in_either_language_small_or_large() {
    List<String> cut = new ArrayList<>();
    for (Place place : Place.values()) {
      interact(() -> program.frame().placeProperty().set(place));
      for (int percent : List.of(100, 150)) {
        for (Language language : Language.values()) {
          interact(() -> look(place, language, percent, cut));
        }
      }
    }
    assertThat(cut).isEmpty();
  }

  private void look(Place place, Language language, int percent, List<String> cut) {
    program.frame().speak(language);
    program.frame().size(percent);
    Parent root = lookup("#frame").queryAs(Parent.class);
    for (int pass = 0; pass < 3; pass++) {
      root.applyCss();
      root.layout();
    }
    walk(root, place.word() + " " + language + " " + percent, cut);
  }

  private static void walk(Node node, String where, List<String> cut) {
    if (!node.isVisible() || node instanceof IndexedCell<?>) {
      return; // what stands in a cell may be as long as it likes: the pointer shows all of it
    }
    if (node instanceof Labeled labeled) {
      String whole = labeled.getText() == null ? "" : labeled.getText();
      Node shown = labeled.lookup(labeled instanceof TitledPane ? ".title > .text" : ".text");
      if (!whole.isBlank() && shown instanceof Text text && !text.getText().equals(whole)) {
        cut.add(where + " #" + labeled.getId() + ": '" + whole + "' as '" + text.getText() + "'");
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, where, cut));
    }
  }
}
