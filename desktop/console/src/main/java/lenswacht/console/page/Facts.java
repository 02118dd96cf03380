package lenswacht.console.page;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// Names with what is known of each, below each other.
public final class Facts {
  private final Texts texts;
  private final GridPane grid = new GridPane(14, 6);
  private int row;

  /// Nothing yet.
  public Facts(Texts texts, String id) {
    this.texts = texts;
    grid.setId(id);
  }

  /// The facts themselves.
  public Region root() {
    return grid;
  }

  /// Adds one.
  public Facts add(String nameKey, Object says) {
    return add(Phrase.of(nameKey), Phrase.from(says));
  }

  /// Adds one.
  public Facts add(Phrase name, Phrase says) {
    Label label = Panes.paragraph(texts.of(name), "muted", "fact-name");
    Label value = Panes.paragraph(texts.of(says));
    GridPane.setHgrow(value, Priority.ALWAYS);
    label.setLabelFor(value);
    grid.addRow(row++, label, value);
    return this;
  }
}
