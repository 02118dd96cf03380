package lenswacht.console.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lenswacht.assessment.review.Refusal;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.assessment.review.Role;
import lenswacht.casefile.review.FilledIn;
import lenswacht.casefile.review.ReviewFiles;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.observation.MalformedFactException;

/// The way to an assessor on another computer and back: what waits for one goes into a file, and
/// what that one concluded is taken in once somebody compared by which key it was signed.
final class PassBar {
  private final Surroundings around;
  private final Texts texts;
  private final ReviewActs acts;
  private final VBox asked = new VBox(6);
  private final VBox root;

  PassBar(Surroundings around, ReviewActs acts) {
    this.around = around;
    this.texts = around.texts();
    this.acts = acts;
    asked.setId("review-taking");
    FlowPane buttons =
        new FlowPane(
            8,
            8,
            Panes.button(
                "review-pass-first", texts.of("review.pass.first"), () -> pass(Role.FIRST)),
            Panes.button(
                "review-pass-second", texts.of("review.pass.second"), () -> pass(Role.SECOND)),
            Panes.button("review-take", texts.of("review.take"), this::look));
    root = new VBox(8, Panes.paragraph(texts.of("review.pass.about"), "muted"), buttons, asked);
  }

  Node root() {
    return root;
  }

  private void pass(Role role) {
    Optional<String> by = acts.who();
    if (by.isEmpty()) {
      return;
    }
    around
        .files()
        .toWrite(texts.render(Phrase.of("review.pass." + role.word())), role.word() + ".lwreview")
        .ifPresent(
            to ->
                acts.exchange(
                    Phrase.of("review.passed.doing"),
                    "review.passed",
                    exchange -> {
                      var extract = exchange.passOn(role, by.get(), acts.now());
                      ReviewFiles.write(extract, to);
                      return extract.statements().size();
                    }));
  }

  private void look() {
    around
        .files()
        .toOpen(texts.render(Phrase.of("review.take")), "*.lwassessed")
        .ifPresent(
            from ->
                around
                    .desk()
                    .jobs()
                    .run(
                        Phrase.of("review.take"),
                        gauge -> read(from),
                        this::ask,
                        failed -> around.desk().fail(ReviewActs.unusable(failed))));
  }

  private static FilledIn.Verified read(Path from) throws IOException, ReviewRefusedException {
    try {
      return ReviewFiles.readFilledIn(from);
    } catch (MalformedFactException altered) {
      throw new ReviewRefusedException(Refusal.NOT_WHOLE, String.valueOf(from.getFileName()));
    }
  }

  /// Asks whether that is the key of the assessor's console.
  private void ask(FilledIn.Verified verified) {
    FilledIn filled = verified.filledIn();
    asked
        .getChildren()
        .setAll(
            Panes.card(
                Panes.paragraph(
                    texts.of(
                        "review.take.ask",
                        "name",
                        filled.assessor(),
                        "role",
                        ReviewPhrases.role(filled.role()),
                        "count",
                        filled.given().size(),
                        "mark",
                        verified.mark())),
                new FlowPane(
                    8,
                    8,
                    Panes.button(
                        "review-take-no", texts.of("review.take.no"), asked.getChildren()::clear),
                    Panes.button(
                        "review-take-yes",
                        texts.of("review.take.yes"),
                        () -> take(filled),
                        "accent"))));
  }

  private void take(FilledIn filled) {
    asked.getChildren().clear();
    acts.exchange(
        Phrase.of("review.taken.doing"),
        "review.taken",
        exchange -> exchange.take(filled, acts.now()));
  }
}
