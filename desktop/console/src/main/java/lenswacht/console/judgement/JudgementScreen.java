package lenswacht.console.judgement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Axis;
import lenswacht.assessment.RatedAsset;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.drawing.DrawingView;
import lenswacht.console.look.LevelWords;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Phrase;
import lenswacht.knowledge.PolicyPack;
import lenswacht.report.picture.PictureWords;
import lenswacht.report.picture.RiskDrawing;
import lenswacht.report.picture.RiskMatrix;

/// Two matrices with the number of assets in each cell, the assets of the chosen cell, and the way
/// to the rating of the chosen one.
public final class JudgementScreen extends CaseScreen.Opened {
  private final VBox trace = new VBox(8);
  private final PhraseTable<RatedAsset> table;
  private final DecisionBar decisions;
  private Optional<RatedAsset> explained = Optional.empty();

  /// Shows the case on the desk.
  ///
  /// @param toReview goes to where people decide
  public JudgementScreen(Surroundings around, Runnable toReview) {
    super(Place.JUDGEMENT, around);
    this.decisions = new DecisionBar(around, toReview);
    trace.setId("judgement-trace");
    this.table =
        new PhraseTable<RatedAsset>(
                around.texts(), "judgement-table", "judgement.table", "judgement.table.empty")
            .column("judgement.column.address", 120, asset -> Phrase.verbatim(asset.address()))
            .column("judgement.column.product", 170, JudgementScreen::product)
            .column("axis.espionage", 120, asset -> level(asset, Axis.ESPIONAGE))
            .column("axis.privacy", 120, asset -> level(asset, Axis.PRIVACY))
            .onChoice(this::explain);
  }

  @Override
  public void shown() {
    super.shown();
    page().opened().ifPresent(this::askDecisions);
  }

  /// What people decided may have changed while the case did not.
  private void askDecisions(OpenedCase opened) {
    decisions.ask(opened, () -> explain(explained));
  }

  @Override
  public boolean next() {
    return table.next(decisions::isOpen);
  }

  private static Phrase product(RatedAsset asset) {
    var identity = asset.identification().identity();
    String name = (identity.maker().orElse("") + " " + identity.model().orElse("")).strip();
    return name.isEmpty() ? Phrase.of("not-determined") : Phrase.verbatim(name);
  }

  private static Phrase level(RatedAsset asset, Axis axis) {
    var level = RiskMatrix.rating(asset, axis).level();
    return LevelWords.otherEnd(level).equals(Phrase.NONE)
        ? LevelWords.headline(level)
        : new Phrase.Joined(List.of(LevelWords.headline(level), LevelWords.otherEnd(level)), "\n");
  }

  @Override
  protected Node content(OpenedCase opened) {
    Assessment assessment = opened.assessment();
    page()
        .say(
            Phrase.of(
                "judgement.first",
                "espionage",
                LevelWords.headline(assessment.espionage()),
                "privacy",
                LevelWords.headline(assessment.privacy()),
                "assets",
                assessment.assets().size()));
    page()
        .actions(
            Panes.button(
                "judgement-all",
                around().texts().of("judgement.all"),
                () -> table.show(assessment.assets())),
            Panes.button(
                "judgement-next", around().texts().of("judgement.next"), this::next, "accent"));
    FlowPane matrices = new FlowPane(28, 12);
    for (Axis axis : Axis.values()) {
      matrices.getChildren().add(matrix(RiskMatrix.of(axis, assessment.assets())));
    }
    table.show(assessment.assets());
    table.view().setMinHeight(150);
    ScrollPane way = Panes.scrolling(trace);
    way.setId("judgement-way");
    way.accessibleTextProperty().bind(around().texts().of("judgement.way"));
    HBox lower = new HBox(16, table.view(), way);
    HBox.setHgrow(table.view(), Priority.ALWAYS);
    HBox.setHgrow(way, Priority.ALWAYS);
    table.view().setPrefWidth(480);
    way.setPrefWidth(560);
    lower.setMinHeight(240);
    VBox.setVgrow(lower, Priority.ALWAYS);
    explain(Optional.empty());
    if (!assessment.assets().isEmpty()) {
      table.view().getSelectionModel().selectFirst();
    }
    VBox all = new VBox(10, matrices, decisions.root(), lower);
    ScrollPane scroll = Panes.scrolling(all);
    scroll.setFitToHeight(true);
    return scroll;
  }

  private Node matrix(RiskMatrix matrix) {
    PolicyPack pack = around().knowledge().get().pack();
    String axis = matrix.axis().name().toLowerCase(Locale.ROOT);
    return new DrawingView(
            "judgement-" + axis,
            around(),
            words ->
                new RiskDrawing(
                        matrix, pack.table("RISK"), PictureWords.in(words.language().locale()))
                    .drawing(),
            key -> choose(matrix, key.substring(axis.length() + 1)))
        .root();
  }

  private void choose(RiskMatrix matrix, String key) {
    table.show(matrix.at(key));
    table.view().getSelectionModel().selectFirst();
  }

  private void explain(Optional<RatedAsset> chosen) {
    explained = chosen;
    if (chosen.isEmpty()) {
      trace.getChildren().setAll(Panes.paragraph(around().texts().of("judgement.choose"), "muted"));
      return;
    }
    RatedAsset asset = chosen.get();
    trace
        .getChildren()
        .setAll(
            Panes.paragraph(
                around().texts().of("judgement.asset", "address", asset.address()),
                "detail-title"));
    for (Axis axis : Axis.values()) {
      trace.getChildren().add(way(asset, axis));
    }
    decisions.card(asset).ifPresent(card -> trace.getChildren().add(1, card));
  }

  private Node way(RatedAsset asset, Axis axis) {
    RuleTrace way =
        new RuleTrace(around().knowledge().get().pack(), RiskMatrix.rating(asset, axis));
    String name = axis.name().toLowerCase(Locale.ROOT);
    VBox card =
        Panes.card(
            Panes.label(texts().of("axis." + name), "layer-title"),
            Panes.level(texts(), RiskMatrix.rating(asset, axis).level()));
    card.setId("judgement-way-" + name);
    card.getChildren().add(Panes.label(texts().of("judgement.decided"), "strong"));
    if (way.decided().isEmpty()) {
      card.getChildren().add(Panes.paragraph(texts().of("judgement.decided.none"), "muted"));
    }
    for (RuleTrace.Decided rule : way.decided()) {
      card.getChildren().add(decided(rule));
    }
    card.getChildren().add(Panes.label(texts().of("judgement.steps"), "strong"));
    way.steps().forEach(step -> card.getChildren().add(Panes.paragraph(texts().of(step))));
    card.getChildren().add(Panes.label(texts().of("judgement.factors"), "strong"));
    way.factors().forEach(factor -> card.getChildren().add(Panes.paragraph(texts().of(factor))));
    return card;
  }

  private Node decided(RuleTrace.Decided rule) {
    return new VBox(
        2,
        Panes.paragraph(texts().of("judgement.rule", "rule", rule.id(), "clause", rule.clause())),
        Panes.paragraph(texts().of(rule.acceptable()), "acceptable"));
  }
}
