package lenswacht.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.help.HelpPane;
import lenswacht.console.look.Panes;
import lenswacht.console.look.Theme;
import lenswacht.console.palette.Palette;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.text.Texts;

/// The frame around every screen: top bar, left column, breadcrumb and status bar.
public final class FrameView {
  private static final double ORDINARY_TEXT = 13.5;

  private final FrameViewModel model;
  private final Texts texts;
  private final CaseDesk desk;
  private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
  private final StackPane root = new StackPane();
  private final BorderPane window = new BorderPane();
  private final BorderPane main = new BorderPane();
  private final LeftColumn left;
  private final PaneRound panes;
  private Optional<Palette> palette = Optional.empty();
  private Optional<HelpPane> help = Optional.empty();
  private Optional<Node> before = Optional.empty();

  /// Shows `screens` in the frame.
  public FrameView(
      FrameViewModel model, Texts texts, CaseDesk desk, List<? extends Screen> screens) {
    this.model = model;
    this.texts = texts;
    this.desk = desk;
    screens.forEach(screen -> this.screens.put(screen.place(), screen));
    this.left = new LeftColumn(model, texts);
    Node top = new TopBar(model, texts).root(desk, this::search, this::help);
    Node status = new StatusBar(model, texts, desk.jobs()).root();
    main.setTop(breadcrumb());
    window.setTop(top);
    window.setLeft(left.root());
    window.setCenter(main);
    window.setBottom(status);
    root.setId("frame");
    window.setMinSize(0, 0);
    root.getChildren().add(window);
    panes = new PaneRound(List.of(left.root(), main, status, top));
    model.settingsProperty().addListener((property, before, now) -> wear(now));
    wear(model.settingsProperty().get());
    model.placeProperty().addListener((property, before, now) -> show(now));
    show(model.placeProperty().get());
  }

  /// The whole window's content.
  public Parent root() {
    return root;
  }

  /// Lays the palette and the manual over the window, to open from everywhere.
  public void over(Palette overPalette, HelpPane overHelp) {
    palette = Optional.of(overPalette);
    help = Optional.of(overHelp);
    root.getChildren().addAll(overPalette.root(), overHelp.root());
  }

  /// What lay over the window is closed: the keyboard goes back to where it was.
  public void uncovered() {
    window.setDisable(false);
    before.ifPresent(Node::requestFocus);
    before = Optional.empty();
  }

  private void cover() {
    if (!window.isDisabled()) {
      before = focused();
    }
    window.setDisable(true);
  }

  private Optional<Node> focused() {
    return Optional.ofNullable(root.getScene()).map(Scene::getFocusOwner);
  }

  /// Opens the palette.
  public void search() {
    palette.ifPresent(
        one -> {
          help.filter(HelpPane::isOpen).ifPresent(HelpPane::close);
          cover();
          one.open();
        });
  }

  /// Opens the manual at the screen and the field that have the keyboard.
  public void help() {
    help.ifPresent(
        one -> {
          palette.filter(Palette::isOpen).ifPresent(Palette::close);
          Optional<Node> at = focused();
          cover();
          one.open(model.placeProperty().get(), at.orElse(null));
        });
  }

  private void wear(ConsoleSettings settings) {
    double size = ORDINARY_TEXT * settings.textSize() / 100;
    root.setStyle("-fx-font-size: " + size + "px;");
    for (Theme theme : Theme.values()) {
      root.getStyleClass().remove("theme-" + theme.word());
    }
    root.getStyleClass().add("theme-" + settings.theme().seen().word());
    if (root.getScene() != null) {
      colour(root.getScene());
    }
  }

  /// Gives `scene` the colours of the theme where these are not those of the style sheet.
  private void colour(Scene scene) {
    for (Theme theme : Theme.values()) {
      theme.colours().map(FrameView::url).ifPresent(scene.getStylesheets()::remove);
    }
    Optional<String> colours = model.settingsProperty().get().theme().seen().colours();
    colours.map(FrameView::url).ifPresent(scene.getStylesheets()::add);
  }

  private static String url(String resource) {
    return String.valueOf(FrameView.class.getResource(resource));
  }

  private void show(Place place) {
    Screen screen = screens.get(place);
    if (screen == null) {
      throw new IllegalStateException("nothing is shown at " + place);
    }
    main.setCenter(screen.root());
    left.select(place);
    screen.shown();
  }

  private Node breadcrumb() {
    Label where = Panes.label(texts.of(model.breadcrumbBinding()), "muted");
    where.setId("frame-breadcrumb");
    Label notice = Panes.label(texts.of(model.noticeBinding()), "notice");
    notice.setId("frame-notice");
    notice.setWrapText(true);
    notice.setMinHeight(Region.USE_PREF_SIZE);
    where.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(notice, Priority.ALWAYS);
    notice.setMaxWidth(Double.MAX_VALUE);
    notice.setAlignment(Pos.CENTER_RIGHT);
    HBox bar = new HBox(16, where, notice);
    bar.getStyleClass().addAll("bar", "breadcrumb-bar");
    return bar;
  }

  /// Gives `scene` its colours and the keys that work everywhere.
  ///
  /// @param focusFilter puts the keyboard into the filter of the table
  /// @param openFile asks for a case file
  public void giveKeys(Scene scene, Runnable focusFilter, Runnable openFile) {
    colour(scene);
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    List<Place> numbered = LeftColumn.numbered();
    for (Place place : numbered) {
      keys.put(
          key("Shortcut+" + (numbered.indexOf(place) + 1)), () -> model.placeProperty().set(place));
    }
    keys.put(key("Alt+Home"), () -> model.placeProperty().set(Place.START));
    keys.put(
        key("Shortcut+F"),
        () -> {
          model.placeProperty().set(Place.CAMERAS);
          focusFilter.run();
        });
    keys.put(key("Shortcut+O"), openFile);
    keys.put(key("Shortcut+P"), () -> model.placeProperty().set(Place.REPORT));
    keys.put(key("F1"), this::help);
    keys.put(key("Shortcut+K"), this::search);
    keys.put(key("F8"), this::next);
    keys.put(key("Shortcut+Shift+X"), model::stopDevice);
    keys.put(key("Shortcut+Z"), desk::undo);
    keys.put(key("Shortcut+Shift+Z"), desk::redo);
    keys.put(key("Shortcut+Plus"), model::enlarge);
    keys.put(key("Shortcut+Equals"), model::enlarge);
    keys.put(key("Shortcut+Minus"), model::reduce);
    keys.put(key("Shortcut+0"), model::ordinarySize);
    keys.put(key("F6"), () -> panes.step(scene, 1));
    keys.put(key("Shift+F6"), () -> panes.step(scene, -1));
  }

  /// Goes to the next thing that waits for a person: on this screen, else to the next asset.
  private void next() {
    Screen shown = screens.get(model.placeProperty().get());
    if (shown == null || !shown.next()) {
      model.goToNextToDo();
    }
  }

  private static KeyCombination key(String name) {
    return KeyCombination.keyCombination(name);
  }
}
