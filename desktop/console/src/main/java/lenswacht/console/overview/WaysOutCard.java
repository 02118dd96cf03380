package lenswacht.console.overview;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.console.text.Texts;
import lenswacht.report.WaysOutTale;

/// Whom the assets call outside, in words, with what cannot be told.
final class WaysOutCard {
  private static final int ROWS = 12;

  private final Texts texts;

  WaysOutCard(Texts texts) {
    this.texts = texts;
  }

  Node of(WaysOut ways) {
    StringBinding told =
        Bindings.createStringBinding(
            () -> new WaysOutTale(texts.language().locale()).text(ways), texts.languageProperty());
    TextArea text = new TextArea();
    text.setId("overview-outward-text");
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(ROWS);
    text.textProperty().bind(told);
    text.accessibleTextProperty().bind(texts.of("outward.words"));
    TitledPane pane = new TitledPane();
    pane.setId("overview-outward-words");
    pane.textProperty().bind(texts.of("outward.words"));
    pane.setContent(text);
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
  }
}
