package lenswacht.console.judgement;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Stage;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.review.ReviewPhrases;
import lenswacht.console.review.StepBar;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// How far people are with deciding on what stands on this screen: the steps, what waits next, and
/// what was decided on one asset.
final class DecisionBar {
  private final Surroundings around;
  private final Texts texts;
  private final StepBar steps;
  private final Label waits = new Label();
  private final VBox root;
  private Optional<Review> review = Optional.empty();

  /// @param toReview goes to where people decide
  DecisionBar(Surroundings around, Runnable toReview) {
    this.around = around;
    this.texts = around.texts();
    this.steps = new StepBar("judgement-steps", texts);
    waits.setId("judgement-waits");
    waits.setWrapText(true);
    FlowPane next =
        new FlowPane(
            12,
            6,
            waits,
            Panes.button("judgement-review", texts.of("judgement.to-review"), toReview, "small"));
    next.getStyleClass().add("bar");
    this.root = Panes.card(steps.root(), next);
    root.setId("judgement-decisions");
  }

  Node root() {
    return root;
  }

  /// Asks how far the review of `opened` is; `then` runs once that is known.
  void ask(OpenedCase opened, Runnable then) {
    around
        .desk()
        .ask(
            Phrase.of("judgement.reviewing"),
            (file, gauge) ->
                file.reviews()
                    .review(
                        opened.assessment(),
                        around.identifier(),
                        around.knowledge().get(),
                        opened.day()),
            told -> {
              review = Optional.of(told);
              steps.show(told);
              tell(told);
              then.run();
            },
            around.desk()::fail);
  }

  private void tell(Review told) {
    Optional<Reviewed> open =
        told.statements().stream().filter(one -> one.stage() != Stage.DETERMINED).findFirst();
    waits
        .textProperty()
        .bind(
            texts.of(
                open.map(
                        one ->
                            Phrase.of(
                                "judgement.waits",
                                "stage",
                                ReviewPhrases.stage(one.stage()),
                                "statement",
                                phrases().sentence(one.statement())))
                    .orElse(
                        Phrase.of(
                            told.statements().isEmpty()
                                ? "judgement.waits.nothing"
                                : "judgement.waits.none"))));
  }

  private ReviewPhrases phrases() {
    return new ReviewPhrases(around.knowledge().get().pack());
  }

  /// Whether something on `asset` still waits for a person.
  boolean isOpen(RatedAsset asset) {
    return of(asset).stream().anyMatch(one -> one.stage() != Stage.DETERMINED);
  }

  private List<Reviewed> of(RatedAsset asset) {
    return review.stream()
        .flatMap(told -> told.statements().stream())
        .filter(one -> one.statement().name().equals(asset.address()))
        .toList();
  }

  /// What was decided on `asset`.
  Optional<Node> card(RatedAsset asset) {
    List<Reviewed> decided = of(asset);
    if (decided.isEmpty()) {
      return Optional.empty();
    }
    VBox card = Panes.card(Panes.label(texts.of("judgement.decisions"), "layer-title"));
    card.setId("judgement-decided");
    for (Reviewed one : decided) {
      card.getChildren().add(Panes.paragraph(texts.of(told(one))));
    }
    return Optional.of(card);
  }

  private Phrase told(Reviewed one) {
    Phrase stage = ReviewPhrases.stage(one.stage());
    Phrase statement = phrases().sentence(one.statement());
    return one.standing()
        .map(
            standing ->
                Phrase.of(
                    "judgement.decision.stands",
                    "stage",
                    stage,
                    "statement",
                    statement,
                    "conclusion",
                    phrases().conclusion(standing)))
        .orElse(Phrase.of("judgement.decision", "stage", stage, "statement", statement));
  }
}
