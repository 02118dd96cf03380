package lenswacht.console.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.assessment.review.Lapse;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewEvent;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Reviewed.Filing;
import lenswacht.assessment.review.Stage;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// What stands once both assessors filed: both conclusions beside each other with their reasons,
/// which one stands and why; what lapsed; and determining by name.
final class ClosePane {
  private final Surroundings around;
  private final Texts texts;
  private final ReviewActs acts;
  private final PhraseTable<Reviewed> table;
  private final VBox detail = new VBox(10);
  private final VBox lapses = new VBox(6);
  private final VBox root;

  ClosePane(Surroundings around, ReviewActs acts) {
    this.around = around;
    this.texts = around.texts();
    this.acts = acts;
    this.table =
        new PhraseTable<Reviewed>(
                texts, "review-standing", "review.standing.table", "review.standing.none")
            .column("review.column.statement", 300, one -> phrases().sentence(one.statement()))
            .column(
                "review.column.standing",
                150,
                one -> one.standing().map(phrases()::conclusion).orElse(Phrase.NONE))
            .column(
                "review.column.differ",
                90,
                one -> Phrase.of(one.isDifferent() ? "review.differ" : "review.agree"))
            .column("review.column.stage", 120, one -> ReviewPhrases.stage(one.stage()))
            .onChoice(chosen -> chosen.ifPresent(this::show));
    ScrollPane side = Panes.scrolling(new VBox(12, detail, lapses));
    side.setId("review-standing-side");
    side.accessibleTextProperty().bind(texts.of("review.standing.side"));
    HBox.setHgrow(table.view(), Priority.ALWAYS);
    HBox.setHgrow(side, Priority.ALWAYS);
    table.view().setPrefWidth(520);
    side.setPrefWidth(520);
    HBox both = new HBox(16, table.view(), side);
    VBox.setVgrow(both, Priority.ALWAYS);
    root =
        new VBox(
            8,
            both,
            Panes.paragraph(texts.of("review.determine.about"), "muted"),
            Panes.button(
                "review-determine", texts.of("review.determine"), this::determine, "accent"));
  }

  Node root() {
    return root;
  }

  /// Goes to the next statement that was assessed twice and is not determined.
  boolean next() {
    return table.next(one -> one.stage() != Stage.DETERMINED);
  }

  private ReviewPhrases phrases() {
    return new ReviewPhrases(around.knowledge().get().pack());
  }

  void show(Review review) {
    List<Reviewed> standing = new ArrayList<>(review.differences());
    review.statements().stream()
        .filter(one -> one.filings().size() == 2 && !one.isDifferent())
        .forEach(standing::add);
    detail.getChildren().clear();
    table.show(standing);
    if (!standing.isEmpty()) {
      table.view().getSelectionModel().selectFirst();
      show(standing.getFirst());
    }
    lapses.getChildren().clear();
    if (!review.lapses().isEmpty()) {
      lapses
          .getChildren()
          .add(
              Panes.label(
                  texts.of(Phrase.counted("review.lapsed", review.lapses().size())), "strong"));
      review.lapses().stream().limit(50).forEach(one -> lapses.getChildren().add(card(one)));
    }
  }

  private void show(Reviewed one) {
    List<Node> cards = new ArrayList<>();
    cards.add(Panes.paragraph(texts.of(phrases().sentence(one.statement())), "sentence"));
    cards.add(
        Panes.paragraph(
            texts.of(
                "review.proposed", "conclusion", phrases().conclusion(one.statement().proposed())),
            "muted"));
    one.deviation().ifPresent(noted -> cards.add(DeviationCard.of(around, noted.deviation())));
    HBox both = new HBox(10);
    for (Filing filing : one.filings()) {
      Node card = card(filing);
      HBox.setHgrow(card, Priority.ALWAYS);
      both.getChildren().add(card);
    }
    cards.add(both);
    one.standing()
        .ifPresent(
            standing ->
                cards.add(
                    Panes.paragraph(
                        texts.of("review.stands", "conclusion", phrases().conclusion(standing)),
                        "strong")));
    if (one.isDifferent()) {
      cards.add(
          Panes.paragraph(texts.of(ReviewPhrases.protection(one.statement().kind().protection()))));
    }
    detail.getChildren().setAll(cards);
  }

  private Node card(Filing filing) {
    VBox card =
        Panes.card(
            Panes.label(texts.of(ReviewPhrases.role(filing.role())), "strong"),
            Panes.paragraph(
                texts.of("review.filed-by", "name", filing.done().by(), "at", filing.done().at()),
                "muted"));
    Optional<Opinion> opinion = filing.opinion();
    if (opinion.isEmpty()) {
      card.getChildren().add(Panes.paragraph(texts.of("review.sealed"), "muted"));
    }
    opinion.ifPresent(
        open -> {
          card.getChildren()
              .addAll(
                  Panes.paragraph(texts.of(phrases().conclusion(open.conclusion())), "sentence"),
                  Panes.paragraph(texts.of(Phrase.verbatim(open.reason()))));
          open.deviation().ifPresent(own -> card.getChildren().add(DeviationCard.of(around, own)));
        });
    card.setPrefWidth(250);
    return card;
  }

  private Node card(Lapse lapse) {
    return Panes.card(
        Panes.paragraph(texts.of(phrases().sentence(lapse.before()))),
        Panes.paragraph(texts.of(ReviewPhrases.fit(lapse.fit())), "strong"),
        Panes.paragraph(
            texts.of(
                "review.lapsed.by",
                "names",
                String.join(", ", lapse.by()),
                "at",
                lapse.last(),
                "stage",
                ReviewPhrases.stage(lapse.stage()),
                "hash",
                lapse.before().hash()),
            "muted"));
  }

  private void determine() {
    acts.who()
        .ifPresent(
            by ->
                acts.once(
                    Phrase.of("review.determined"),
                    work -> {
                      Review now = work.review();
                      work.add(
                          List.of(
                              new ReviewEvent.Determined(
                                  now.settled(), now.hash(), by, acts.now())));
                    }));
  }
}
