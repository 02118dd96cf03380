package lenswacht.console.floor;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.Spot;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.drawing.DrawingView;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.picture.FloorDrawing;
import lenswacht.report.picture.PictureWords;

/// The plan on the screen. A camera is chosen by a click or Enter; then it is dragged, or moved by
/// arrow keys and turned by them with Shift. What was moved by keys is kept on Enter, when the
/// camera is left, or after a moment of rest; Escape leaves all as it was.
final class PlanPane {
  private static final String SPOT = "spot-" + FloorDrawing.ASSET;
  private static final double STEP = 5;
  private static final double TURN = 5;
  private static final double SLACK = 4;
  private static final Duration REST = Duration.seconds(1.5);

  private final FloorState state;
  private final Told told;
  private final DrawingView view;
  private final PauseTransition rest = new PauseTransition(REST);
  private double unit = 1;
  private Optional<Node> dragged = Optional.empty();
  private double fromX;
  private double fromY;

  /// What happens on the plan.
  interface Told {
    /// Something was chosen: the key of its spot.
    void chosen(String key);

    /// A place on the plan was pointed at.
    void pointed(Spot spot);

    /// An asset was put somewhere else or turned.
    void moved(Placement placement);
  }

  PlanPane(Surroundings around, FloorState state, Told told) {
    this.state = state;
    this.told = told;
    this.view =
        new DrawingView(
            "floor-plan",
            around,
            texts -> drawing(PictureWords.in(texts.language().locale())),
            this::choose);
    rest.setOnFinished(event -> settle());
    view.onPainting(this::listen);
  }

  Region root() {
    return view.root();
  }

  /// Paints it anew, with the focus on the chosen camera if it had it.
  void redraw() {
    boolean hadFocus =
        Optional.ofNullable(view.root().getScene())
            .map(scene -> scene.getFocusOwner())
            .filter(owner -> isWithin(owner))
            .isPresent();
    view.redraw();
    if (hadFocus) {
      focusChosen();
    }
  }

  /// Puts the focus on the chosen camera.
  void focusChosen() {
    state
        .chosenAsset()
        .ifPresent(
            asset ->
                Platform.runLater(
                    () -> Optional.ofNullable(spot(asset)).ifPresent(Node::requestFocus)));
  }

  private @org.jspecify.annotations.Nullable Node spot(String asset) {
    return view.root().lookupAll(".spot").stream()
        .filter(node -> (SPOT + asset).equals(node.getId()))
        .findFirst()
        .orElse(null);
  }

  private boolean isWithin(Node owner) {
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node == view.root()) {
        return true;
      }
    }
    return false;
  }

  private Drawing drawing(PictureWords words) {
    Floor floor = state.floor().orElseThrow();
    FloorDrawing drawing =
        new FloorDrawing(
            state.shown(), floor, state.site().assets(), state.layers(), state.width(), words);
    unit = drawing.unitsPerPixel();
    return drawing.drawing();
  }

  private void choose(String key) {
    if (!state.isPointing()) {
      settle();
      told.chosen(key);
    }
  }

  private void listen(Pane pane, double scale) {
    pane.setClip(new Rectangle(pane.getPrefWidth(), pane.getPrefHeight()));
    pane.addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (state.isPointing() && event.isStillSincePress()) {
            event.consume();
            at(event.getX() / scale, event.getY() / scale).ifPresent(told::pointed);
          }
        });
    pane.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> take(event));
    pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> drag(event));
    pane.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> drop(event, scale));
    pane.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /// The place on the plan; empty where the legend is.
  private Optional<Spot> at(double x, double y) {
    Floor floor = state.floor().orElseThrow();
    double pixelX = x / unit;
    double pixelY = y / unit;
    boolean isOn =
        pixelX >= 0
            && pixelY >= 0
            && pixelX <= floor.picture().width()
            && pixelY <= floor.picture().height();
    return isOn ? Optional.of(new Spot(floor.name(), pixelX, pixelY)) : Optional.empty();
  }

  private static Optional<String> asset(EventTarget target) {
    return target instanceof Node node && node.getId() != null && node.getId().startsWith(SPOT)
        ? Optional.of(node.getId().substring(SPOT.length()))
        : Optional.empty();
  }

  private void take(MouseEvent event) {
    if (!state.isPointing() && asset(event.getTarget()).isPresent()) {
      dragged = Optional.of((Node) event.getTarget());
      fromX = event.getX();
      fromY = event.getY();
    }
  }

  private void drag(MouseEvent event) {
    dragged.ifPresent(
        node -> {
          node.setTranslateX(event.getX() - fromX);
          node.setTranslateY(event.getY() - fromY);
          node.getStyleClass().add("dragged");
        });
  }

  private void drop(MouseEvent event, double scale) {
    Optional<Node> node = dragged;
    dragged = Optional.empty();
    if (node.isEmpty() || Math.hypot(event.getX() - fromX, event.getY() - fromY) < SLACK) {
      return;
    }
    event.consume();
    Optional<Placement> before = asset(node.get()).flatMap(state.site().plan()::placement);
    Optional<Spot> spot = at(event.getX() / scale, event.getY() / scale);
    if (before.isPresent() && spot.isPresent()) {
      told.moved(state.at(before.get(), spot.get()));
    } else {
      redraw();
    }
  }

  private void key(KeyEvent event) {
    Optional<String> asset = asset(event.getTarget());
    if (asset.isEmpty() || !asset.equals(state.chosenAsset())) {
      return;
    }
    Optional<Placement> now = state.shown().placement(asset.get());
    if (now.isEmpty()) {
      return;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE && state.pending().isPresent()) {
      rest.stop();
      state.drop();
      redraw();
      event.consume();
    } else if (code == KeyCode.ENTER && state.pending().isPresent()) {
      settle();
      event.consume();
    } else if (code.isArrowKey()) {
      event.consume();
      double x = code == KeyCode.RIGHT ? 1 : code == KeyCode.LEFT ? -1 : 0;
      double y = code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0;
      state.hold(
          event.isShiftDown()
              ? state.turned(now.get(), (x + y) * TURN)
              : state.moved(now.get(), x * STEP / unit, y * STEP / unit));
      redraw();
      rest.playFromStart();
    }
  }

  /// Keeps what was moved by keys.
  void settle() {
    rest.stop();
    state.pending().ifPresent(told::moved);
  }
}
