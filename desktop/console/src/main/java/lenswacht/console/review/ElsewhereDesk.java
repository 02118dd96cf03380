package lenswacht.console.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.assessment.review.Extract;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Refusal;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.casefile.review.FilledIn;
import lenswacht.casefile.review.ReviewFiles;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.observation.MalformedFactException;

/// An assessor's work on another computer: what was passed on, without the case. What is noted
/// stays on the screen; filing writes it to a file, signed by this console.
final class ElsewhereDesk implements AssessPane.Desk {
  private final Surroundings around;
  private final Extract extract;
  private final AssessPane pane;
  private final Map<String, Opinion> noted = new HashMap<>();
  private final VBox root;

  private ElsewhereDesk(Surroundings around, Extract extract, Runnable leave) {
    this.around = around;
    this.extract = extract;
    this.pane = new AssessPane(around, this);
    var texts = around.texts();
    HBox head =
        new HBox(
            8,
            Panes.label(
                texts.of(
                    "review.elsewhere",
                    "site",
                    extract.site(),
                    "name",
                    extract.assessor(),
                    "role",
                    ReviewPhrases.role(extract.role())),
                "title-large"),
            Panes.filler(),
            Panes.button("review-leave", texts.of("review.leave"), leave));
    head.getStyleClass().add("bar");
    VBox.setVgrow(pane.root(), Priority.ALWAYS);
    root = new VBox(12, head, pane.root());
    root.setId("review-elsewhere");
    root.getStyleClass().add("screen-part");
    pane.show(extract, noted);
  }

  /// Opens what was passed on.
  ///
  /// @throws IOException if it cannot be read
  /// @throws ReviewRefusedException if it is none of these
  static ElsewhereDesk open(Surroundings around, Path file, Runnable leave)
      throws IOException, ReviewRefusedException {
    try {
      return new ElsewhereDesk(around, ReviewFiles.readExtract(file), leave);
    } catch (MalformedFactException malformed) {
      throw new ReviewRefusedException(Refusal.NOT_WHOLE, String.valueOf(file.getFileName()));
    }
  }

  Parent root() {
    return root;
  }

  /// Goes to the next statement on which nothing was noted.
  boolean next() {
    return pane.next();
  }

  @Override
  public void note(String key, Optional<Opinion> opinion, Optional<Opinion> before) {
    noted.remove(key);
    opinion.ifPresent(fresh -> noted.put(key, fresh));
    pane.show(extract, noted);
  }

  @Override
  public void file(Map<String, Opinion> opinions) {
    var texts = around.texts();
    Optional<Path> to =
        around.files().toWrite(texts.render(Phrase.of("review.file")), "beoordeling.lwassessed");
    if (to.isEmpty()) {
      return;
    }
    List<FilledIn.Given> given = new ArrayList<>();
    extract
        .statements()
        .forEach(
            one ->
                Optional.ofNullable(opinions.get(one.key()))
                    .ifPresent(said -> given.add(new FilledIn.Given(one.key(), one.hash(), said))));
    FilledIn filledIn = FilledIn.of(extract, given);
    around
        .desk()
        .jobs()
        .run(
            Phrase.of("review.file"),
            gauge -> {
              ReviewFiles.write(around.signing().sign(filledIn), to.get());
              return around.signing().mark();
            },
            mark -> around.desk().say(Phrase.of("review.written", "file", to.get(), "mark", mark)),
            failed -> around.desk().fail(ReviewActs.unusable(failed)));
  }
}
