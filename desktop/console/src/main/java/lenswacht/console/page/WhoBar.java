package lenswacht.console.page;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;

/// Who says it, and a remark: what stands beside everything that people say of a case.
public final class WhoBar {
  private final Surroundings around;
  private final TextField note = new TextField();
  private final HBox root;

  /// @param id of the screen it is on
  public WhoBar(String id, Surroundings around) {
    this.around = around;
    TextField who = new TextField();
    Panes.name(who, id + "-who", around.texts().of("page.officer"));
    who.textProperty().bindBidirectional(around.officer());
    who.setPrefColumnCount(14);
    Panes.name(note, id + "-note", around.texts().of("page.note"));
    HBox.setHgrow(note, Priority.ALWAYS);
    Label name = Panes.label(around.texts().of("page.officer"), "muted");
    name.setLabelFor(who);
    Label remark = Panes.label(around.texts().of("page.note"), "muted");
    remark.setLabelFor(note);
    name.setMinWidth(Region.USE_PREF_SIZE);
    remark.setMinWidth(Region.USE_PREF_SIZE);
    root = new HBox(8, name, who, remark, note);
    root.getStyleClass().add("bar");
  }

  /// The bar itself.
  public Node root() {
    return root;
  }

  /// The remark, which is used up by this.
  public String note() {
    String said = note.getText().strip();
    note.clear();
    return said;
  }

  /// Who says it; where nobody does, the officer is told to fill in a name.
  public Optional<String> who() {
    String who = around.officer().get().strip();
    if (who.isEmpty()) {
      around
          .desk()
          .fail(new Trouble(Phrase.of("trouble.nobody"), Phrase.of("trouble.nobody.next")));
      return Optional.empty();
    }
    return Optional.of(who);
  }
}
