package lenswacht.console.page;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.Place;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The head of a screen: its title, one line with what it comes to, and the buttons that act on all
/// of it.
public final class Heading {
  private static final double WIDEST = 1600;

  private final Texts texts;
  private final Label first = new Label();
  private final FlowPane buttons = new FlowPane(8, 6);
  private final VBox root;

  /// Of the screen at `place`.
  public Heading(Place place, Texts texts) {
    this.texts = texts;
    first.getStyleClass().add("muted");
    first.setId(place.word() + "-first");
    first.setWrapText(true);
    first.setMinHeight(Region.USE_PREF_SIZE);
    Label title = Panes.label(texts.of(place.title()), "title-large");
    title.setMinWidth(Region.USE_PREF_SIZE);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setPrefWrapLength(WIDEST);
    HBox.setHgrow(buttons, Priority.ALWAYS);
    HBox above = new HBox(12, title, buttons);
    above.getStyleClass().add("bar");
    root = new VBox(2, above, first);
  }

  /// The head itself.
  public Node root() {
    return root;
  }

  /// Puts these buttons beside the title, instead of those before; the last is the main one.
  public void actions(Node... fresh) {
    buttons.getChildren().setAll(fresh);
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
