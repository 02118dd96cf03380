package lenswacht.console.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;

/// Paints a picture with nodes, coloured by the theme. Arrow keys walk through its spots.
final class Canvas {
  private static final String LETTERS = "Liberation Sans";

  private final double scale;
  private final Consumer<String> pressed;
  private final Map<String, Image> pictures;
  private final List<Region> spots = new ArrayList<>();

  private Canvas(double scale, Map<String, Image> pictures, Consumer<String> pressed) {
    this.scale = scale;
    this.pictures = pictures;
    this.pressed = pressed;
  }

  /// The picture, `scale` times as large as its units.
  ///
  /// @param pictures within it that are decoded, by their hash
  static Pane paint(
      Drawing drawing, double scale, Map<String, Image> pictures, Consumer<String> pressed) {
    Canvas canvas = new Canvas(scale, pictures, pressed);
    Pane pane = new Pane();
    double width = drawing.width() * scale;
    double height = drawing.height() * scale;
    pane.setMinSize(width, height);
    pane.setPrefSize(width, height);
    pane.setMaxSize(width, height);
    drawing.shapes().forEach(shape -> pane.getChildren().addAll(canvas.nodes(shape)));
    pane.addEventHandler(KeyEvent.KEY_PRESSED, canvas::walk);
    return pane;
  }

  private List<Node> nodes(Shape shape) {
    return switch (shape) {
      case Shape.Box box -> box(box);
      case Shape.Path path -> List.of(path(path));
      case Shape.Veil veil -> List.of(veil(veil));
      case Shape.Picture picture -> List.of(picture(picture));
      case Shape.Words words -> List.of(words(words));
      case Shape.Spot spot -> List.of(spot(spot));
    };
  }

  private List<Node> box(Shape.Box box) {
    List<Node> nodes = new ArrayList<>();
    Rectangle rectangle =
        new Rectangle(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
    rectangle.getStyleClass().addAll(styleClass(box.fill(), "ink"), styleClass(box.edge(), "edge"));
    nodes.add(rectangle);
    if (box.hatched()) {
      nodes.addAll(hatch(box));
    }
    return nodes;
  }

  /// Slanted lines cut off at the edges of the box.
  private List<Node> hatch(Shape.Box box) {
    List<Node> lines = new ArrayList<>();
    for (double at = 6; at < box.width() + box.height(); at += 6) {
      double fromX = Math.min(at, box.width());
      double fromY = Math.max(0, at - box.width());
      double toX = Math.max(0, at - box.height());
      double toY = Math.min(at, box.height());
      Line line =
          new Line(
              (box.x() + fromX) * scale,
              (box.y() + fromY) * scale,
              (box.x() + toX) * scale,
              (box.y() + toY) * scale);
      line.getStyleClass().add("edge-line");
      lines.add(line);
    }
    return lines;
  }

  private Node path(Shape.Path path) {
    Polyline line = new Polyline();
    path.points().forEach(length -> line.getPoints().add(length * scale));
    line.getStyleClass().addAll(styleClass(path.fill(), "ink"), styleClass(path.ink(), "edge"));
    line.setStrokeWidth(path.weight() * scale);
    if (path.dashed()) {
      line.getStrokeDashArray().addAll(6 * scale, 4 * scale);
    }
    return line;
  }

  private Node veil(Shape.Veil veil) {
    Polygon surface = new Polygon();
    veil.points().forEach(length -> surface.getPoints().add(length * scale));
    surface.getStyleClass().add(styleClass(veil.ink(), "ink"));
    surface.setOpacity(Shape.Veil.COVERS);
    surface.setMouseTransparent(true);
    return surface;
  }

  /// The picture, or its place as long as it is not decoded.
  private Node picture(Shape.Picture shown) {
    Image image = pictures.get(shown.picture().sha256());
    if (image == null) {
      Rectangle place =
          new Rectangle(
              shown.x() * scale, shown.y() * scale, shown.width() * scale, shown.height() * scale);
      place.getStyleClass().addAll(styleClass(Ink.SOFT, "ink"), styleClass(Ink.LINE, "edge"));
      return place;
    }
    ImageView view = new ImageView(image);
    view.setX(shown.x() * scale);
    view.setY(shown.y() * scale);
    view.setFitWidth(shown.width() * scale);
    view.setFitHeight(shown.height() * scale);
    return view;
  }

  private Node words(Shape.Words words) {
    Text text = new Text(words.words());
    text.setFont(
        Font.font(
            LETTERS, words.bold() ? FontWeight.BOLD : FontWeight.NORMAL, words.size() * scale));
    double width = text.getLayoutBounds().getWidth();
    double before =
        switch (words.align()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    text.setX(words.x() * scale - before);
    text.setY(words.y() * scale);
    text.getStyleClass().addAll("drawn-words", styleClass(words.ink(), "ink"));
    return text;
  }

  private Node spot(Shape.Spot spot) {
    Region region = new Region();
    region.setLayoutX(spot.x() * scale);
    region.setLayoutY(spot.y() * scale);
    region.setPrefSize(spot.width() * scale, spot.height() * scale);
    region.setId("spot-" + spot.key());
    region.getStyleClass().add("spot");
    region.setAccessibleRole(AccessibleRole.BUTTON);
    region.setAccessibleText(spot.spoken());
    region.setFocusTraversable(true);
    region.setOnMouseClicked(
        event -> {
          region.requestFocus();
          pressed.accept(spot.key());
        });
    region.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            pressed.accept(spot.key());
            event.consume();
          }
        });
    spots.add(region);
    return region;
  }

  private void walk(KeyEvent event) {
    if (!(event.getTarget() instanceof Region from) || !spots.contains(from)) {
      return;
    }
    double dx = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    double dy = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    if (dx == 0 && dy == 0) {
      return;
    }
    event.consume();
    spots.stream()
        .filter(to -> to != from)
        .filter(to -> ahead(from, to, dx, dy) > 1)
        .min((one, other) -> Double.compare(way(from, one, dx, dy), way(from, other, dx, dy)))
        .ifPresent(Region::requestFocus);
  }

  private static double ahead(Region from, Region to, double dx, double dy) {
    return (to.getLayoutX() - from.getLayoutX()) * dx + (to.getLayoutY() - from.getLayoutY()) * dy;
  }

  /// How far a spot lies in a direction; going aside counts fourfold.
  private static double way(Region from, Region to, double dx, double dy) {
    double aside =
        Math.abs((to.getLayoutX() - from.getLayoutX()) * dy)
            + Math.abs((to.getLayoutY() - from.getLayoutY()) * dx);
    return ahead(from, to, dx, dy) + 4 * aside;
  }

  /// The class that style sheets colour an ink by.
  private static String styleClass(Ink ink, String part) {
    return part + "-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
