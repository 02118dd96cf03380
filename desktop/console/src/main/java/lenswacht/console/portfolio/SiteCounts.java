package lenswacht.console.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import lenswacht.assessment.Axis;
import lenswacht.assessment.Level;
import lenswacht.casefile.Portfolio;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.text.Words;
import lenswacht.report.drawing.Mark;

/// How many sites stand at each level, axis by axis, each with the mark of its level.
final class SiteCounts {
  private SiteCounts() {}

  static List<Node> of(Portfolio portfolio, Texts texts) {
    List<Node> all = new ArrayList<>();
    if (portfolio.sites().isEmpty()) {
      return all;
    }
    for (Axis axis : Axis.values()) {
      String name = axis.name().toLowerCase(Locale.ROOT);
      HBox line = new HBox(14, Panes.label(texts.of("axis." + name), "layer-title"));
      line.getStyleClass().add("bar");
      line.setId("portfolio-" + name);
      Portfolio.Count count =
          switch (axis) {
            case ESPIONAGE -> portfolio.espionage();
            case PRIVACY -> portfolio.privacy();
          };
      for (Level level : List.of(Level.values()).reversed()) {
        int number = count.levels().getOrDefault(level, 0);
        if (number > 0) {
          line.getChildren().add(one(Mark.of(level), Words.of(level), number, texts));
        }
      }
      line.getChildren()
          .add(one(Mark.HATCH, Phrase.of("level.not-determined"), count.open(), texts));
      all.add(Panes.card(line));
    }
    return all;
  }

  private static Node one(Mark mark, Phrase level, int number, Texts texts) {
    HBox box =
        new HBox(
            6,
            Panes.shape(mark),
            Panes.label(texts.of(Phrase.of("portfolio.count", "level", level, "count", number))));
    box.getStyleClass().addAll("level", "bar");
    return box;
  }
}
