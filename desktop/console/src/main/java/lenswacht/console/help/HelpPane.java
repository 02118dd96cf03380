package lenswacht.console.help;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.QuickCard;
import org.jspecify.annotations.Nullable;

/// F1: what the field that has the keyboard is for, what the screen can do, and what words mean.
public final class HelpPane {
  private final Surroundings around;
  private final Texts texts;
  private final Manual manual;
  private final Runnable closed;
  private final VBox body = new VBox(10);
  private final Button close;
  private final StackPane root = new StackPane();

  /// @param closed runs when it closes
  public HelpPane(Surroundings around, Manual manual, Runnable closed) {
    this.around = around;
    this.texts = around.texts();
    this.manual = manual;
    this.closed = closed;
    this.close = Panes.button("help-close", texts.of("help.close"), this::close);
    ScrollPane scroll = Panes.scrolling(body);
    scroll.setId("help-body");
    scroll.accessibleTextProperty().bind(texts.of("help.title"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox card =
        Panes.card(
            Panes.label(texts.of("help.title"), "title-large"),
            scroll,
            new FlowPane(
                8, 8, close, Panes.button("help-print", texts.of("help.print"), this::print)));
    card.setId("help-card");
    card.getStyleClass().add("overlay-card");
    card.setMaxWidth(520);
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.accessibleTextProperty().bind(texts.of("help.title"));
    StackPane.setAlignment(card, Pos.CENTER_RIGHT);
    root.setId("help");
    root.getStyleClass().add("overlay");
    root.getChildren().add(card);
    root.setVisible(false);
    root.setManaged(false);
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
            close();
            event.consume();
          }
        });
  }

  /// What lies over the window while it is open.
  public Node root() {
    return root;
  }

  /// Whether it is open.
  public boolean isOpen() {
    return root.isVisible();
  }

  /// Opens at a screen.
  ///
  /// @param focused what has the keyboard
  public void open(Place place, @Nullable Node focused) {
    List<Node> parts = new ArrayList<>();
    field(focused)
        .ifPresent(
            said -> {
              parts.add(Panes.label(texts.of("help.field"), "layer-title"));
              parts.add(Panes.paragraph(texts.of(said), "sentence"));
            });
    parts.add(Panes.label(texts.of("help.screen", "screen", place.title()), "layer-title"));
    manual.page(place).forEach(line -> parts.add(Panes.paragraph(texts.of(line))));
    parts.add(Panes.label(texts.of("settings.keys"), "layer-title"));
    parts.add(Panes.paragraph(texts.of("settings.keys.screens")));
    parts.add(Panes.paragraph(texts.of("settings.keys.panes")));
    parts.add(Panes.label(texts.of("help.words"), "layer-title"));
    manual
        .terms()
        .forEach(
            term ->
                parts.add(
                    Panes.paragraph(
                        texts.of(new Phrase.Joined(List.of(term.word(), term.meaning()), ": ")))));
    show(parts);
  }

  /// Opens at a word.
  public void open(Manual.Term term) {
    show(
        List.of(
            Panes.label(texts.of(term.word()), "layer-title"),
            Panes.paragraph(texts.of(term.meaning()), "sentence")));
  }

  private void show(List<Node> parts) {
    body.getChildren().setAll(parts);
    root.setVisible(true);
    root.setManaged(true);
    close.requestFocus();
  }

  /// Closes.
  public void close() {
    root.setVisible(false);
    root.setManaged(false);
    closed.run();
  }

  /// The nearest node with something to say: the field itself, or what it is part of.
  private Optional<Phrase> field(@Nullable Node focused) {
    for (Node at = focused; at != null; at = at.getParent()) {
      String id = at.getId();
      Optional<Phrase> said = id == null ? Optional.empty() : manual.field(id);
      if (said.isPresent()) {
        return said;
      }
    }
    return Optional.ofNullable(focused)
        .map(Node::getAccessibleText)
        .filter(name -> !name.isBlank())
        .map(Phrase::verbatim);
  }

  private void print() {
    around
        .files()
        .toWrite(texts.render(Phrase.of("help.print")), texts.render(Phrase.of("help.file")))
        .ifPresent(
            file ->
                around
                    .desk()
                    .jobs()
                    .run(
                        Phrase.of("help.printing"),
                        gauge -> printed(file),
                        done -> around.desk().say(Phrase.of("help.printed", "file", done)),
                        around.desk()::fail));
  }

  private Path printed(Path file) throws IOException {
    List<QuickCard.Page> pages = new ArrayList<>();
    for (Place place : Place.values()) {
      pages.add(
          new QuickCard.Page(
              texts.render(place.title()),
              manual.page(place).stream().map(texts::render).toList()));
    }
    pages.add(
        new QuickCard.Page(
            texts.render(Phrase.of("help.words")),
            manual.terms().stream()
                .map(
                    term ->
                        texts.render(new Phrase.Joined(List.of(term.word(), term.meaning()), ": ")))
                .toList()));
    new QuickCard(texts.render(Phrase.of("help.card")), pages)
        .write(file, texts.language().locale(), around.clock().instant());
    return file;
  }
}
