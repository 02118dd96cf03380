package lenswacht.console.report;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.export.Written;

/// What was written: each file with its size and hash, what was read back, what was left out; and
/// the way to it.
final class WrittenCard {
  private final Surroundings around;
  private final Texts texts;
  private final VBox root = new VBox(6);

  WrittenCard(Surroundings around) {
    this.around = around;
    this.texts = around.texts();
    root.setId("report-written");
  }

  Node root() {
    return root;
  }

  void show(Written told, Path file) {
    Path whole = file.toAbsolutePath();
    root.getChildren().setAll(Panes.label(texts.of("report.written.title"), "layer-title"));
    for (Written.Piece piece : told.files()) {
      line(
          Phrase.of(
              "report.written",
              "file",
              piece.file().toAbsolutePath(),
              "octets",
              piece.octets(),
              "sha256",
              piece.sha256()));
    }
    line(
        Phrase.of(
            "report.read-back",
            "counts",
            told.counts().stream()
                .map(count -> count.number() + " " + thing(count.thing()))
                .collect(Collectors.joining(", "))));
    line(
        told.leftOut().isNothing()
            ? Phrase.of("report.left-out.nothing")
            : Phrase.of("report.left-out", "counts", ForeseenCard.counts(texts, told.leftOut())));
    TextField path = new TextField(whole.toString());
    path.setEditable(false);
    Panes.name(path, "report-path", texts.of("report.path"));
    root.getChildren()
        .addAll(
            path,
            new FlowPane(
                8,
                8,
                Panes.button("report-open", texts.of("report.open-file"), () -> open(whole)),
                Panes.button(
                    "report-open-folder",
                    texts.of("report.open-folder"),
                    () -> open(whole.resolveSibling(".").normalize()))));
    root.getStyleClass().add("card-box");
    around.desk().say(Phrase.of("desk.report-written", "file", whole));
  }

  private String thing(Written.Thing thing) {
    return texts.render(Phrase.of("report.thing." + thing.name().toLowerCase(Locale.ROOT)));
  }

  private void line(Phrase words) {
    root.getChildren().add(Panes.paragraph(texts.of(words)));
  }

  private void open(Path what) {
    around
        .desk()
        .jobs()
        .run(
            Phrase.of("report.opening", "file", what),
            gauge -> around.files().show(what),
            isShown ->
                around
                    .desk()
                    .say(Phrase.of(isShown ? "report.opened" : "report.not-opened", "file", what)),
            around.desk()::fail);
  }
}
