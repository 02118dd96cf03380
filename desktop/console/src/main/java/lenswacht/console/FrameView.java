package lenswacht.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.look.Panes;
import lenswacht.console.look.Theme;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The frame around every screen: top bar, left column, breadcrumb and status bar.
public final class FrameView {
  private static final double ORDINARY_TEXT = 13.5;

  private final FrameViewModel model;
  private final Texts texts;
  private final Map<Screen, Parent> screens;
  private final Map<Screen, ToggleButton> menu = new EnumMap<>(Screen.class);
  private final BorderPane root = new BorderPane();
  private final BorderPane main = new BorderPane();
  private final PaneRound panes;

  /// Shows `screens` in the frame.
  public FrameView(
      FrameViewModel model, Texts texts, CaseDesk desk, Map<Screen, ? extends Parent> screens) {
    this.model = model;
    this.texts = texts;
    this.screens = new EnumMap<>(screens);
    Node top = topBar(desk);
    Node left = leftColumn();
    Node status = statusBar();
    main.setTop(breadcrumb());
    root.setTop(top);
    root.setLeft(left);
    root.setCenter(main);
    root.setBottom(status);
    root.setId("frame");
    panes = new PaneRound(List.of(left, main, status, top));
    model.settingsProperty().addListener((property, before, now) -> wear(now));
    wear(model.settingsProperty().get());
    model.screenProperty().addListener((property, before, now) -> show(now));
    show(model.screenProperty().get());
  }

  /// The whole window's content.
  public Parent root() {
    return root;
  }

  private void wear(ConsoleSettings settings) {
    double size = ORDINARY_TEXT * settings.textSize() / 100;
    root.setStyle("-fx-font-size: " + size + "px;");
    root.getStyleClass().removeAll("theme-light", "theme-dark");
    root.getStyleClass().add("theme-" + settings.theme().word());
  }

  private void show(Screen screen) {
    main.setCenter(screens.get(screen));
    menu.forEach((of, button) -> button.setSelected(of == screen));
  }

  private Node topBar(CaseDesk desk) {
    Label name = new Label("Lenswacht");
    name.getStyleClass().add("program-name");
    Label opened = Panes.label(texts.of(model.caseBinding()), "muted");
    opened.setId("frame-case");
    ProgressIndicator busy = new ProgressIndicator();
    busy.setPrefSize(18, 18);
    busy.visibleProperty().bind(desk.busyProperty());
    busy.accessibleTextProperty().bind(texts.of("frame.busy"));
    HBox bar =
        new HBox(
            10,
            name,
            opened,
            busy,
            Panes.filler(),
            new HBox(language(Language.NL), language(Language.EN)),
            theme(),
            small("frame-text-smaller", "frame.smaller", "A\u2212", model::reduce),
            small("frame-text-larger", "frame.larger", "A+", model::enlarge));
    bar.getStyleClass().addAll("bar", "top-bar");
    return bar;
  }

  private ToggleButton language(Language language) {
    ToggleButton button = new ToggleButton(language.name());
    Panes.name(
        button, "frame-language-" + language.tag(), texts.of("frame.language." + language.tag()));
    button.setSelected(texts.language() == language);
    texts
        .languageProperty()
        .addListener((property, before, now) -> button.setSelected(now == language));
    button.getStyleClass().addAll("small", language == Language.NL ? "left-pill" : "right-pill");
    button.setOnAction(
        event -> {
          button.setSelected(true);
          model.speak(language);
        });
    return button;
  }

  private Button theme() {
    return Panes.button(
        "frame-theme",
        texts.of(
            model.settingsProperty(),
            (words, settings) ->
                words.render(
                    settings.theme() == Theme.LIGHT
                        ? Phrase.of("frame.theme.dark")
                        : Phrase.of("frame.theme.light"))),
        model::switchTheme,
        "small");
  }

  private Button small(String id, String key, String letters, Runnable action) {
    Button button = new Button(letters);
    Panes.name(button, id, texts.of(key));
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private Node leftColumn() {
    VBox column = new VBox(2);
    column.getStyleClass().add("left-column");
    for (Screen screen : Screen.values()) {
      column.getChildren().add(menuButton(screen));
    }
    Region filler = new Region();
    VBox.setVgrow(filler, Priority.ALWAYS);
    column.getChildren().add(filler);
    return column;
  }

  private ToggleButton menuButton(Screen screen) {
    ToggleButton button = new ToggleButton();
    button.setId("menu-" + screen.word());
    Phrase words = Phrase.of("frame.menu", "number", screen.number(), "title", screen.title());
    button.textProperty().bind(texts.of(words));
    button.accessibleTextProperty().bind(texts.of(screen.title()));
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("menu-choice");
    button.setOnAction(
        event -> {
          model.screenProperty().set(screen);
          show(screen);
        });
    menu.put(screen, button);
    return button;
  }

  private Node breadcrumb() {
    Label where = Panes.label(texts.of(model.breadcrumbBinding()), "muted");
    where.setId("frame-breadcrumb");
    Label notice = Panes.label(texts.of(model.noticeBinding()), "notice");
    notice.setId("frame-notice");
    HBox bar = new HBox(16, where, Panes.filler(), notice);
    bar.getStyleClass().addAll("bar", "breadcrumb-bar");
    return bar;
  }

  private Node statusBar() {
    Button toDo =
        Panes.button(
            "status-to-do", texts.of(model.toDoBinding()), model::goToNextToDo, "status-button");
    Button network =
        Panes.button(
            "status-network",
            texts.of(model.networkProperty()),
            model::lookAtNetwork,
            "status-button");
    HBox bar =
        new HBox(
            18,
            status("status-device", texts.of(model.deviceBinding())),
            status("status-clock", texts.of("status.clock.unknown")),
            status("status-not-looked", texts.of(model.notLookedBinding())),
            toDo,
            Panes.filler(),
            network);
    bar.getStyleClass().addAll("bar", "status-bar");
    return bar;
  }

  private Label status(String id, ObservableValue<String> words) {
    Label label = Panes.label(words);
    label.setId(id);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// Gives `scene` the keys that work everywhere.
  ///
  /// @param focusFilter puts the keyboard into the filter of the table
  /// @param openFile asks for a case file
  public void giveKeys(Scene scene, Runnable focusFilter, Runnable openFile) {
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Screen screen : Screen.values()) {
      keys.put(key("Shortcut+" + screen.number()), () -> model.screenProperty().set(screen));
    }
    keys.put(
        key("Shortcut+F"),
        () -> {
          model.screenProperty().set(Screen.CAMERAS);
          focusFilter.run();
        });
    keys.put(key("Shortcut+O"), openFile);
    keys.put(key("F8"), model::goToNextToDo);
    keys.put(key("Shortcut+Shift+X"), model::stopDevice);
    keys.put(key("Shortcut+Plus"), model::enlarge);
    keys.put(key("Shortcut+Equals"), model::enlarge);
    keys.put(key("Shortcut+Minus"), model::reduce);
    keys.put(key("Shortcut+0"), model::ordinarySize);
    keys.put(key("F6"), () -> panes.step(scene, 1));
    keys.put(key("Shift+F6"), () -> panes.step(scene, -1));
  }

  private static KeyCombination key(String name) {
    return KeyCombination.keyCombination(name);
  }
}
