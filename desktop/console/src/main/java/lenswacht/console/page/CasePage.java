package lenswacht.console.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.CaseQuestion;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import org.jspecify.annotations.Nullable;

/// A screen about the case on the desk. It asks the case file behind the screen, and says so where
/// there is no case, where the answer is under way, and where it could not be had.
public final class CasePage<T> {
  private final Place place;
  private final Surroundings around;
  private final Asker<T> asker;
  private final Function<T, Node> content;
  private final Heading heading;
  private final VBox root;
  private boolean isShown;
  private @Nullable OpenedCase asked;
  private int round;

  private interface Asker<T> {
    void ask(OpenedCase opened, Consumer<T> then, Consumer<Trouble> otherwise);
  }

  /// A screen that shows what the case file answers.
  ///
  /// @param question what is asked of the case file
  /// @param content shows the answer
  public static <T> CasePage<T> asking(
      Place place, Surroundings around, CaseQuestion<T> question, Function<T, Node> content) {
    Phrase what = Phrase.of("page.reading", "screen", place.title());
    return new CasePage<>(
        place,
        around,
        (opened, then, otherwise) -> around.desk().ask(what, question, then, otherwise),
        content);
  }

  /// A screen that shows what is known of the case already.
  public static CasePage<OpenedCase> of(
      Place place, Surroundings around, Function<OpenedCase, Node> content) {
    return new CasePage<>(place, around, (opened, then, otherwise) -> then.accept(opened), content);
  }

  private CasePage(Place place, Surroundings around, Asker<T> asker, Function<T, Node> content) {
    this.place = place;
    this.around = around;
    this.asker = asker;
    this.content = content;
    heading = new Heading(place, around.texts());
    root = new VBox(12, heading.root());
    root.setId(place.word());
    root.getStyleClass().add("screen-part");
    around.desk().openedProperty().addListener((property, before, now) -> follow());
    around.desk().glanceProperty().addListener((property, before, now) -> follow());
    follow();
  }

  /// What is shown.
  public Parent root() {
    return root;
  }

  /// The case that was asked; empty where none is open.
  public Optional<OpenedCase> opened() {
    return around.desk().openedProperty().get();
  }

  /// Puts these buttons beside the title, instead of those before; the last is the main one.
  public void actions(Node... buttons) {
    heading.actions(buttons);
  }

  /// Says the first line: what it comes to.
  public void say(Phrase line) {
    heading.say(line);
  }

  /// The frame shows the screen now.
  public void shown() {
    isShown = true;
    follow();
  }

  /// Asks again, for something besides the case has changed.
  public void askAgain() {
    asked = null;
    follow();
  }

  private void follow() {
    OpenedCase opened = opened().orElse(null);
    if (opened == null) {
      asked = null;
      boolean isComing = around.desk().glanceProperty().get().isPresent();
      body(
          Panes.paragraph(
              around.texts().of(isComing ? "page.being-judged" : "page.no-case"), "muted"),
          Panes.paragraph(around.texts().of("page.about." + place.word()), "muted"));
    } else if (isShown && asked != opened) {
      asked = opened;
      ask(opened);
    }
  }

  private void ask(OpenedCase opened) {
    int mine = ++round;
    if (root.getChildren().size() < 2 || root.getChildren().get(1).getId() == null) {
      body(Panes.paragraph(around.texts().of("page.asking"), "muted"));
    }
    asker.ask(
        opened,
        answer -> {
          if (mine == round) {
            show(content.apply(answer));
          }
        },
        trouble -> {
          if (mine == round) {
            fail(trouble);
          }
        });
  }

  private void show(Node node) {
    node.setId(place.word() + "-content");
    VBox.setVgrow(node, Priority.ALWAYS);
    if (root.getChildren().size() < 2) {
      root.getChildren().add(node);
    } else {
      root.getChildren().set(1, node);
    }
    while (root.getChildren().size() > 2) {
      root.getChildren().removeLast();
    }
  }

  private void body(Node... nodes) {
    heading.clear();
    root.getChildren().setAll(heading.root());
    root.getChildren().addAll(nodes);
  }

  private void fail(Trouble trouble) {
    asked = null;
    isShown = false;
    VBox told =
        new VBox(
            6,
            Panes.paragraph(around.texts().of(trouble.what()), "strong"),
            Panes.paragraph(around.texts().of(trouble.next())),
            Panes.button(place.word() + "-again", around.texts().of("page.again"), this::shown));
    told.getStyleClass().add("trouble");
    told.setId(place.word() + "-trouble");
    body(told);
  }

  /// A column of parts that scrolls when it is too long.
  public static ScrollPane column(String id, Node... parts) {
    ScrollPane pane = Panes.scrolling(Panes.column(14, List.of(parts)));
    pane.setId(id);
    return pane;
  }
}
