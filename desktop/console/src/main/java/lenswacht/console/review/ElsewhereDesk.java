package lenswacht.console.review;

import java.io.IOException;
import java.nio.file.Path;
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
import lenswacht.casefile.review.FilledIn;
import lenswacht.casefile.review.ReviewFiles;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
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
  /// @throws IOException if it cannot be read, or is none of these
  static ElsewhereDesk open(Surroundings around, Path file, Runnable leave) throws IOException {
    try {
      return new ElsewhereDesk(around, ReviewFiles.readExtract(file), leave);
    } catch (MalformedFactException malformed) {
      throw new IOException(malformed.getMessage(), malformed);
    }
  }

  Parent root() {
    return root;
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
    List<FilledIn.Given> given =
        extract.statements().stream()
            .flatMap(
                one ->
                    Optional.ofNullable(opinions.get(one.key()))
                        .map(opinion -> new FilledIn.Given(one.key(), one.hash(), opinion))
                        .stream())
            .toList();
    try {
      ReviewFiles.write(
          FilledIn.of(extract, given),
          Identity.ofConsole(HomeFolder.console(), "console"),
          to.get());
      around.desk().say(Phrase.of("review.written", "file", to.get()));
    } catch (IOException unwritten) {
      around
          .desk()
          .fail(
              new Trouble(
                  Phrase.of("review.extract.bad", "detail", String.valueOf(unwritten.getMessage())),
                  Phrase.of("review.extract.bad.next")));
    }
  }
}
