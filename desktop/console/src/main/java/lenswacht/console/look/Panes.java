package lenswacht.console.look;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Interval;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.drawing.Mark;

/// The few building blocks that all screens share.
public final class Panes {
  private Panes() {}

  /// A label that follows `words`.
  public static Label label(ObservableValue<String> words, String... styleClasses) {
    Label label = new Label();
    label.textProperty().bind(words);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A label that breaks its lines.
  public static Label paragraph(ObservableValue<String> words, String... styleClasses) {
    Label label = label(words, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A button with a stable id, words that follow the language and the same words for a screen
  /// reader.
  public static Button button(
      String id, ObservableValue<String> words, Runnable action, String... styleClasses) {
    Button button = new Button();
    button.setId(id);
    button.textProperty().bind(words);
    button.accessibleTextProperty().bind(words);
    button.setOnAction(event -> action.run());
    button.getStyleClass().addAll(styleClasses);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /// Names a control for tests, for screen readers and for the pointer that rests on it.
  public static void name(Control control, String id, ObservableValue<String> words) {
    control.setId(id);
    control.accessibleTextProperty().bind(words);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(words);
    control.setTooltip(tooltip);
  }

  /// A framed area.
  public static VBox card(Node... content) {
    VBox card = new VBox(8, content);
    card.getStyleClass().add("card-box");
    return card;
  }

  /// An area that scrolls up and down when it is too long.
  public static ScrollPane scrolling(Region content) {
    ScrollPane pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().add("plain-scroll");
    pane.setFocusTraversable(true);
    return pane;
  }

  /// Empty room that takes what is left.
  public static Region filler() {
    Region filler = new Region();
    HBox.setHgrow(filler, Priority.ALWAYS);
    return filler;
  }

  /// The bare shape of a mark.
  public static Region shape(Mark mark) {
    Region shape = new Region();
    shape.getStyleClass().addAll("mark", styleClass(mark));
    return shape;
  }

  /// Shape and word for a level; below it the other end of the interval where the level is not
  /// exact.
  public static HBox level(Texts texts, Interval level) {
    VBox words = new VBox(1, label(texts.of(LevelWords.headline(level)), "level-word"));
    words.getStyleClass().add("bar");
    if (!LevelWords.otherEnd(level).equals(Phrase.NONE)) {
      words.getChildren().add(label(texts.of(LevelWords.otherEnd(level)), "level-least"));
    }
    HBox box = new HBox(8, shape(Mark.of(level)), words);
    box.getStyleClass().add("level");
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.of(LevelWords.spoken(level)));
    Tooltip.install(box, tooltip);
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.accessibleTextProperty().bind(texts.of(LevelWords.spoken(level)));
    return box;
  }

  /// A column of nodes.
  public static VBox column(double spacing, List<? extends Node> nodes) {
    VBox column = new VBox(spacing);
    column.getChildren().addAll(nodes);
    return column;
  }

  /// The style class that draws a mark.
  public static String styleClass(Mark mark) {
    return "mark-" + mark.name().toLowerCase(Locale.ROOT);
  }
}
