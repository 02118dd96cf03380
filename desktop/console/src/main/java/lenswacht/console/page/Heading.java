package lenswacht.console.page;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.Place;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The head of a screen: its title, one line with what it comes to, and the buttons that act on all
/// of it.
public final class Heading {
  private final Texts texts;
  private final Label first = new Label();
  private final HBox root;

  /// Of the screen at `place`.
  public Heading(Place place, Texts texts) {
    this.texts = texts;
    first.getStyleClass().add("muted");
    first.setId(place.word() + "-first");
    first.setWrapText(true);
    VBox titles = new VBox(2, Panes.label(texts.of(place.title()), "title-large"), first);
    HBox.setHgrow(titles, Priority.ALWAYS);
    root = new HBox(12, titles);
    root.getStyleClass().add("bar");
  }

  /// The head itself.
  public Node root() {
    return root;
  }

  /// Puts these buttons beside the title, instead of those before; the last is the main one.
  public void actions(Node... buttons) {
    root.getChildren().setAll(root.getChildren().getFirst());
    root.getChildren().addAll(buttons);
  }

  /// Says the first line: what it comes to.
  public void say(Phrase line) {
    first.textProperty().bind(texts.of(line));
  }

  /// Says nothing yet.
  void clear() {
    first.textProperty().unbind();
    first.setText("");
    actions();
  }
}
