package lenswacht.console.review;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.Stage;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The stages in order, each with the number of statements that are at it.
final class StepBar {
  private final FlowPane root = new FlowPane(8, 6);
  private final Texts texts;

  StepBar(Texts texts) {
    this.texts = texts;
    root.setId("review-steps");
    root.getStyleClass().add("bar");
  }

  Node root() {
    return root;
  }

  void show(Review review) {
    root.getChildren().clear();
    for (Stage stage : Stage.values()) {
      if (stage != Stage.DRAFT) {
        root.getChildren().add(Panes.label(texts.of(Phrase.verbatim("\u2192")), "muted"));
      }
      long count = review.count(stage);
      root.getChildren()
          .add(
              Panes.label(
                  texts.of("review.step", "stage", ReviewPhrases.stage(stage), "count", count),
                  count > 0 ? "strong" : "muted"));
    }
  }
}
