package lenswacht.console.review;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import lenswacht.assessment.review.Deviation;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Stage;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The stages in order, each with the number of statements that are at it; and the deviations with
/// the day on which the first of them ends.
public final class StepBar {
  private final FlowPane root = new FlowPane(8, 6);
  private final Texts texts;

  /// An empty bar.
  ///
  /// @param id of the bar
  public StepBar(String id, Texts texts) {
    this.texts = texts;
    root.setId(id);
    root.getStyleClass().add("bar");
  }

  /// The bar itself.
  public Node root() {
    return root;
  }

  /// Shows how far a review is.
  public void show(Review review) {
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
    int count = review.deviating().size();
    firstEnd(review)
        .ifPresent(
            until ->
                root.getChildren()
                    .add(
                        Panes.label(
                            texts.of(
                                Phrase.counted("review.step.deviations", count, "until", until)))));
  }

  private static Optional<LocalDate> firstEnd(Review review) {
    return review.deviating().stream()
        .flatMap(StepBar::deviations)
        .map(Deviation::until)
        .min(LocalDate::compareTo);
  }

  private static Stream<Deviation> deviations(Reviewed one) {
    return Stream.concat(
        one.deviation().map(Reviewed.Noted::deviation).stream(),
        one.filings().stream()
            .flatMap(filing -> filing.opinion().stream())
            .flatMap(opinion -> deviation(opinion).stream()));
  }

  private static Optional<Deviation> deviation(Opinion opinion) {
    return opinion.deviation();
  }
}
