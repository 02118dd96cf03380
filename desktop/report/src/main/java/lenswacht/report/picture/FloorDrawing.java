package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lenswacht.assessment.Interval;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.Sighting;
import lenswacht.assessment.floor.Spot;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Letters;
import lenswacht.report.drawing.Mark;
import lenswacht.report.drawing.Marks;
import lenswacht.report.drawing.Shape;

/// A floor with its plan, the assets that hang there with their level as shape and word, what they
/// look at, and what was seen. Spots are `asset-NAME` and `seen-s1`.
public final class FloorDrawing {
  /// Before the name of an asset in a spot.
  public static final String ASSET = "asset-";

  /// Before the name of a sighting in a spot.
  public static final String SEEN = "seen-";

  private static final double SIZE = 11;
  private static final double LINE = 14;
  private static final double MARK = 16;
  private static final double REACH = 13;

  private final FloorPlan plan;
  private final Floor floor;
  private final Map<String, PlanAsset> assets;
  private final FloorLayers layers;
  private final double width;
  private final PictureWords words;
  private final FloorTale tale;

  /// @param assets what is known of assets, by name
  /// @param width of the plan, in units of the picture
  public FloorDrawing(
      FloorPlan plan,
      Floor floor,
      Map<String, PlanAsset> assets,
      FloorLayers layers,
      double width,
      PictureWords words) {
    this.plan = plan;
    this.floor = floor;
    this.assets = assets;
    this.layers = layers;
    this.width = width;
    this.words = words;
    this.tale = new FloorTale(plan, assets, words);
  }

  /// Units of the picture in a pixel of the plan.
  public double unitsPerPixel() {
    return width / floor.picture().width();
  }

  /// The picture.
  public Drawing drawing() {
    double height = floor.picture().height() * unitsPerPixel();
    List<Shape> shapes = new ArrayList<>();
    shapes.add(new Shape.Picture(0, 0, width, height, floor.picture()));
    List<Placement> placements = plan.on(floor);
    if (layers.views()) {
      placements.forEach(one -> shapes.addAll(cone(one)));
    }
    LabelRoom room = new LabelRoom(width, height);
    placements.forEach(one -> room.take(around(one.spot())));
    List<Sighting> seen = layers.seen() ? plan.seenOn(floor) : List.of();
    seen.forEach(one -> one.spot().ifPresent(spot -> room.take(around(spot))));
    placements.forEach(one -> asset(one, room, shapes));
    seen.forEach(one -> sighting(one, room, shapes));
    double end = new FloorLegend(words, layers).write(shapes, width, height + 6, scaleBar());
    return new Drawing(title(), width, end, shapes, tale.told(floor));
  }

  private String title() {
    return words.say("floor.title", "floor", floor.name());
  }

  /// How long a bar of whole metres is; empty where the plan has no scale.
  private Optional<FloorLegend.Bar> scaleBar() {
    OptionalDouble unit = unitsPerMetre();
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    for (int metres : List.of(1, 2, 5, 10, 20, 50, 100, 200)) {
      if (metres * unit.getAsDouble() >= 50) {
        return Optional.of(new FloorLegend.Bar(metres, metres * unit.getAsDouble()))
            .filter(bar -> bar.length() < width / 2);
      }
    }
    return Optional.empty();
  }

  private OptionalDouble unitsPerMetre() {
    return floor.scale().isPresent()
        ? OptionalDouble.of(floor.scale().get().pixelsPerMetre() * unitsPerPixel())
        : OptionalDouble.empty();
  }

  private double x(Spot spot) {
    return spot.x() * unitsPerPixel();
  }

  private double y(Spot spot) {
    return spot.y() * unitsPerPixel();
  }

  private LabelRoom.Rect around(Spot spot) {
    return new LabelRoom.Rect(x(spot) - 7, y(spot) - 7, 14, 14);
  }

  private List<Shape> cone(Placement placement) {
    return Cone.at(x(placement.spot()), y(placement.spot()), placement.view(), unitsPerMetre());
  }

  private PlanAsset known(Placement placement) {
    return assets.getOrDefault(placement.asset(), PlanAsset.gone(placement.asset()));
  }

  private void asset(Placement placement, LabelRoom room, List<Shape> shapes) {
    PlanAsset asset = known(placement);
    double x = x(placement.spot());
    double y = y(placement.spot());
    List<Line> lines = new ArrayList<>();
    if (layers.espionage()) {
      lines.add(new Line(Mark.of(asset.espionage()), level(asset.espionage(), "espionage")));
    }
    if (layers.privacy()) {
      lines.add(new Line(Mark.of(asset.privacy()), level(asset.privacy(), "privacy")));
    }
    if (lines.isEmpty()) {
      shapes.add(new Shape.Box(x - 5, y - 5, 10, 10, Ink.TEXT, Ink.GROUND, false));
    } else {
      shapes.add(disc(x, y));
      shapes.addAll(Marks.at(x, y, lines.getFirst().mark()));
    }
    label(layers.numbers() ? asset.numeral() : "", lines, x, y, room, shapes);
    shapes.add(
        new Shape.Spot(
            x - REACH,
            y - REACH,
            2 * REACH,
            2 * REACH,
            ASSET + placement.asset(),
            tale.sentence(placement)));
  }

  /// A mark and its word.
  private record Line(Mark mark, String word) {}

  private String level(Optional<Interval> level, String axis) {
    String word = tale.level(level);
    return layers.espionage() && layers.privacy()
        ? words.say("floor.short." + axis) + " " + word
        : word;
  }

  private static Shape disc(double x, double y) {
    return new Shape.Box(x - 8, y - 8, 16, 16, Ink.GROUND, Ink.LINE, false);
  }

  /// The number and the levels in words, where there is room; else the number alone, if that fits.
  private void label(
      String number, List<Line> lines, double x, double y, LabelRoom room, List<Shape> shapes) {
    double numberWidth = number.isEmpty() ? 0 : Letters.width(number, SIZE + 1, true) + 5;
    double wordWidth =
        lines.stream().mapToDouble(line -> Letters.width(line.word(), SIZE, false)).max().orElse(0);
    double marks = lines.size() > 1 ? MARK : 0;
    double wide = 3 + numberWidth + (lines.isEmpty() ? 0 : marks + wordWidth) + 3;
    double high = Math.max(1, lines.size()) * LINE + 2;
    Optional<LabelRoom.Rect> place =
        lines.isEmpty() && number.isEmpty() ? Optional.empty() : room.beside(x, y, wide, high);
    if (place.isPresent()) {
      LabelRoom.Rect rect = place.get();
      shapes.add(
          new Shape.Box(
              rect.x(), rect.y(), rect.width(), rect.height(), Ink.GROUND, Ink.NONE, false));
      number(number, rect.x() + 3, rect.y() + LINE - 2, shapes);
      for (int i = 0; i < lines.size(); i++) {
        double middle = rect.y() + LINE * i + LINE / 2 + 1;
        if (lines.size() > 1) {
          shapes.addAll(Marks.at(rect.x() + 3 + numberWidth + 6, middle, lines.get(i).mark()));
        }
        shapes.add(
            new Shape.Words(
                rect.x() + 3 + numberWidth + marks,
                middle + 4,
                lines.get(i).word(),
                SIZE,
                false,
                Shape.Align.START,
                Ink.TEXT));
      }
    } else if (!number.isEmpty()) {
      room.beside(x, y, numberWidth + 2, LINE)
          .ifPresent(
              rect -> {
                shapes.add(
                    new Shape.Box(
                        rect.x(), rect.y(), rect.width(), LINE, Ink.GROUND, Ink.NONE, false));
                number(number, rect.x() + 3, rect.y() + LINE - 3, shapes);
              });
    }
  }

  private static void number(String number, double x, double y, List<Shape> shapes) {
    if (!number.isEmpty()) {
      shapes.add(new Shape.Words(x, y, number, SIZE + 1, true, Shape.Align.START, Ink.TEXT));
    }
  }

  private void sighting(Sighting sighting, LabelRoom room, List<Shape> shapes) {
    Spot spot = sighting.spot().orElseThrow();
    double x = x(spot);
    double y = y(spot);
    shapes.addAll(eye(x, y, sighting.match()));
    String name = tale.seen(sighting);
    double wide = Letters.width(name, SIZE, false) + 6;
    room.beside(x, y, wide, LINE)
        .ifPresent(
            rect -> {
              shapes.add(
                  new Shape.Box(
                      rect.x(), rect.y(), rect.width(), LINE, Ink.GROUND, Ink.NONE, false));
              shapes.add(
                  new Shape.Words(
                      rect.x() + 3,
                      rect.y() + LINE - 3,
                      name,
                      SIZE,
                      false,
                      Shape.Align.START,
                      Ink.TEXT));
            });
    shapes.add(
        new Shape.Spot(
            x - REACH,
            y - REACH,
            2 * REACH,
            2 * REACH,
            SEEN + sighting.id(),
            tale.sentence(sighting)));
  }

  /// An open square for what was seen; crossed where it was not found.
  static List<Shape> eye(double x, double y, Match match) {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(new Shape.Box(x - 7, y - 7, 14, 14, Ink.GROUND, Ink.TEXT, false));
    shapes.addAll(
        switch (match.state()) {
          case NOT_FOUND, ON_PAPER ->
              List.of(
                  Shape.line(x - 7, y - 7, x + 7, y + 7, Ink.TEXT, 1.5),
                  Shape.line(x - 7, y + 7, x + 7, y - 7, Ink.TEXT, 1.5));
          case IS ->
              List.of(
                  new Shape.Path(
                      List.of(x - 4, y, x - 1, y + 4, x + 5, y - 4), Ink.TEXT, 2, false, Ink.NONE));
          case OPEN ->
              List.of(new Shape.Words(x, y + 4, "?", 12, true, Shape.Align.MIDDLE, Ink.TEXT));
        });
    return shapes;
  }
}
