package lenswacht.console.mandate;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.Preflight;
import lenswacht.report.drawing.Mark;

/// What was looked at before a visit: seven lines, each with its state as a shape and a word.
final class PreflightCard {
  private PreflightCard() {}

  static Node of(Preflight preflight, Texts texts, Node button) {
    List<Preflight.Line> dutch = preflight.lines(Language.NL.locale());
    List<Preflight.Line> english = preflight.lines(Language.EN.locale());
    GridPane grid = new GridPane(14, 8);
    grid.setId("preflight");
    for (int i = 0; i < dutch.size(); i++) {
      Preflight.Line line = dutch.get(i);
      Preflight.Line other = english.get(i);
      Phrase state = state(line.state());
      Phrase name =
          new Phrase.Both(
              (i + 1) + "  " + Preflight.name(line.part(), Language.NL.locale()),
              (i + 1) + "  " + Preflight.name(line.part(), Language.EN.locale()));
      Phrase says = new Phrase.Both(line.says(), other.says());
      Phrase next = new Phrase.Both(line.next(), other.next());
      Label word = Panes.label(texts.of(state), "strong");
      word.setGraphic(Panes.shape(mark(line.state())));
      word.setMinWidth(Region.USE_PREF_SIZE);
      Label named = Panes.label(texts.of(name), "muted");
      named.setMinWidth(Region.USE_PREF_SIZE);
      VBox told = new VBox(1, Panes.paragraph(texts.of(says)));
      if (!line.next().isEmpty()) {
        told.getChildren().add(Panes.paragraph(texts.of(next), "muted"));
      }
      told.setId("preflight-" + line.part().name().toLowerCase(Locale.ROOT));
      told.setAccessibleRole(AccessibleRole.TEXT);
      told.accessibleTextProperty()
          .bind(texts.of(new Phrase.Joined(List.of(name, state, says, next), ", ")));
      GridPane.setHgrow(told, Priority.ALWAYS);
      grid.addRow(i, named, word, told);
    }
    return Panes.card(Panes.label(texts.of("preflight.title"), "layer-title"), grid, button);
  }

  private static Phrase state(Preflight.State state) {
    return Phrase.of("preflight.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Mark mark(Preflight.State state) {
    return switch (state) {
      case READY -> Mark.CIRCLE;
      case ATTEND -> Mark.TRIANGLE;
      case NOT_KNOWN -> Mark.HATCH;
    };
  }
}
