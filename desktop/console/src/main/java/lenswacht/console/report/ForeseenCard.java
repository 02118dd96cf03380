package lenswacht.console.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lenswacht.assessment.review.Reviewed;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.review.ReviewPhrases;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.content.LeftOut;
import lenswacht.report.export.Foreseen;

/// What a report will be, before it is written: how it is marked, whether it is a draft and which
/// statements keep it one, and every word that its readers will not be told.
final class ForeseenCard {
  private static final int MOST_STATEMENTS = 8;
  private static final int MOST_WORDS = 12;

  private final Surroundings around;
  private final Texts texts;
  private final VBox root = Panes.card();

  ForeseenCard(Surroundings around) {
    this.around = around;
    this.texts = around.texts();
    root.setId("report-foreseen");
  }

  VBox root() {
    return root;
  }

  /// Says why nothing can be foreseen.
  void tell(Phrase what) {
    root.getChildren().setAll(title(), Panes.paragraph(texts.of(what), "muted"));
  }

  void show(Foreseen foreseen) {
    List<Node> lines = new ArrayList<>();
    lines.add(title());
    lines.add(Panes.paragraph(texts.of("report.marked", "marking", foreseen.marking())));
    draft(foreseen, lines);
    leftOut(foreseen, lines);
    root.getChildren().setAll(lines);
  }

  private Node title() {
    return Panes.label(texts.of("report.foreseen"), "layer-title");
  }

  private void draft(Foreseen foreseen, List<Node> lines) {
    if (!foreseen.isDraft()) {
      lines.add(Panes.paragraph(texts.of("report.no-draft"), "strong"));
      return;
    }
    List<Reviewed> open = foreseen.open();
    lines.add(
        Panes.paragraph(
            texts.of(
                open.isEmpty()
                    ? Phrase.of("report.draft.nothing")
                    : Phrase.counted("report.draft.open", open.size())),
            "strong"));
    ReviewPhrases phrases = new ReviewPhrases(around.knowledge().get().pack());
    open.stream()
        .limit(MOST_STATEMENTS)
        .forEach(
            one ->
                lines.add(
                    Panes.paragraph(
                        texts.of(
                            "report.open",
                            "stage",
                            ReviewPhrases.stage(one.stage()),
                            "statement",
                            phrases.sentence(one.statement())))));
    if (open.size() > MOST_STATEMENTS) {
      lines.add(
          Panes.paragraph(
              texts.of("report.more", "count", open.size() - MOST_STATEMENTS), "muted"));
    }
  }

  private void leftOut(Foreseen foreseen, List<Node> lines) {
    if (foreseen.leftOut().isNothing()) {
      lines.add(Panes.paragraph(texts.of("report.foreseen.nothing"), "strong"));
      return;
    }
    lines.add(
        Panes.paragraph(
            texts.of("report.foreseen.left-out", "counts", counts(texts, foreseen.leftOut())),
            "strong"));
    foreseen
        .words()
        .forEach(
            (kind, all) -> {
              String shown = all.stream().limit(MOST_WORDS).collect(Collectors.joining("; "));
              lines.add(
                  Panes.paragraph(
                      texts.of(
                          all.size() > MOST_WORDS ? "report.words.more" : "report.words",
                          "kind",
                          Phrase.of("report.left." + word(kind)),
                          "words",
                          shown,
                          "count",
                          all.size() - MOST_WORDS)));
            });
  }

  /// How many of each kind, in words.
  static String counts(Texts texts, LeftOut leftOut) {
    return leftOut.counts().entrySet().stream()
        .map(
            one ->
                one.getValue() + " " + texts.render(Phrase.of("report.left." + word(one.getKey()))))
        .collect(Collectors.joining(", "));
  }

  private static String word(LeftOut.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
