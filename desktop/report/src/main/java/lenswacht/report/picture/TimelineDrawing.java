package lenswacht.report.picture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lenswacht.assessment.compare.Course;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Letters;
import lenswacht.report.drawing.Marks;
import lenswacht.report.drawing.Shape;
import lenswacht.report.picture.Sketch.Block;
import lenswacht.report.picture.Sketch.Type;
import lenswacht.report.picture.TimelineTale.Told;

/// What happened to a site or an asset, as a picture: time to the right, a lane for each kind of
/// thing, a number for each event, round where the site changed, square where the rules did, with a
/// slanted roof where people said something, hatched where several did at once. Below, the dated
/// list. Ratings bear the mark of their level.
public final class TimelineDrawing {
  private static final double WIDTH = 660;
  private static final double LEFT = 130;
  private static final double RIGHT = 26;
  private static final double TOP = 34;
  private static final double ROW = 22;
  private static final double MARK = 20;
  private static final double TICK = 74;
  private static final int MOST_TICKS = 6;

  private final List<Told> told;
  private final PictureWords words;
  private final Sketch sketch = new Sketch();
  private final long from;
  private final long to;

  /// Kinds of things that happen.
  enum Lane {
    /// Scan runs.
    VISITS,
    /// What was seen.
    EQUIPMENT,
    /// Levels of espionage.
    ESPIONAGE,
    /// Levels of privacy.
    PRIVACY,
    /// Answers and remedies.
    DECISIONS,
    /// Editions, and the sources of what is known.
    RULES
  }

  private record Place(Told told, double x, int row) {}

  /// @param course what happened; the latest of it is drawn
  public TimelineDrawing(Course course, PictureWords words) {
    this.told = new TimelineTale(words).tell(course);
    this.words = words;
    this.from = told.stream().mapToLong(one -> one.at().getEpochSecond()).min().orElse(0);
    this.to = told.stream().mapToLong(one -> one.at().getEpochSecond()).max().orElse(0);
  }

  /// The picture; the keys of its spots are `told-` and the number of a sentence that it tells.
  public Drawing drawing() {
    if (told.isEmpty()) {
      String nothing = words.say("timeline.empty");
      double end = sketch.write(8, 6, List.of(Block.of(nothing, Type.PLAIN, WIDTH - 16)));
      return new Drawing(title(), WIDTH, end + 8, sketch.shapes(), List.of(nothing));
    }
    axis();
    double y = TOP;
    for (Map.Entry<Lane, List<Place>> lane : lanes().entrySet()) {
      y = lane(lane.getKey(), lane.getValue(), y);
    }
    y = legend(y + 8);
    y = list(y + 8);
    return new Drawing(
        title(), WIDTH, y + 6, sketch.shapes(), told.stream().map(Told::sentence).toList());
  }

  private String title() {
    return words.say("timeline.title");
  }

  private double x(Instant at) {
    double wide = WIDTH - LEFT - RIGHT;
    double part = to == from ? 0.5 : (double) (at.getEpochSecond() - from) / (to - from);
    return LEFT + part * (wide - MARK) + MARK / 2;
  }

  /// Days above the lanes, as many as have room.
  private void axis() {
    int ticks = to - from < 2 * 86_400 ? 2 : MOST_TICKS;
    double last = -TICK;
    String before = "";
    for (int tick = 0; tick < ticks; tick++) {
      Instant at = Instant.ofEpochSecond(from + (to - from) * tick / (ticks - 1));
      String day = day(at);
      double x = Math.min(x(at), WIDTH - Letters.width(day, 11, false) / 2 - 2);
      if (!day.equals(before) && x - last >= TICK) {
        sketch.add(new Shape.Words(x, 16, day, 11, false, Shape.Align.MIDDLE, Ink.MUTED));
        sketch.add(Shape.line(x, 21, x, TOP - 4, Ink.LINE, 1));
        last = x;
        before = day;
      }
    }
    sketch.add(Shape.line(LEFT, TOP - 4, WIDTH - 8, TOP - 4, Ink.LINE, 1));
  }

  private static String day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /// Events by lane, each in the first row where it stands on none before it.
  private Map<Lane, List<Place>> lanes() {
    Map<Lane, List<Place>> lanes = new EnumMap<>(Lane.class);
    for (Lane lane : Lane.values()) {
      lanes.put(lane, new ArrayList<>());
    }
    Map<Lane, List<Double>> ends = new EnumMap<>(Lane.class);
    for (Told one : told) {
      List<Double> rows = ends.computeIfAbsent(one.lane(), ignored -> new ArrayList<>());
      double x = x(one.at());
      int row = 0;
      while (row < rows.size() && rows.get(row) > x - MARK / 2) {
        row++;
      }
      double end = x + MARK / 2 + (one.mark().isPresent() ? 16 : 2);
      if (row == rows.size()) {
        rows.add(end);
      } else {
        rows.set(row, end);
      }
      lanes.getOrDefault(one.lane(), new ArrayList<>()).add(new Place(one, x, row));
    }
    return lanes;
  }

  private double lane(Lane lane, List<Place> places, double top) {
    int rows = places.stream().mapToInt(Place::row).max().orElse(0) + 1;
    Block name = Block.of(words.word("timeline.lane", lane), Type.PLAIN, LEFT - 16);
    double height = Math.max(rows * ROW, name.height()) + 6;
    sketch.write(8, top + 4, List.of(name));
    sketch.add(Shape.line(8, top + height, WIDTH - 8, top + height, Ink.LINE, 0.7));
    for (Place place : places) {
      double y = top + 3 + place.row() * ROW + ROW / 2;
      mark(place.told(), place.x(), y);
      place.told().mark().ifPresent(mark -> sketch.addAll(Marks.at(place.x() + 18, y, mark)));
    }
    return top + height;
  }

  /// The number of an event in the shape of what changed.
  private void mark(Told one, double x, double y) {
    shape(one.form(), x, y);
    sketch.add(Shape.middle(x, y + 4, Integer.toString(one.number()), 11, true));
    sketch.add(
        new Shape.Spot(
            x - MARK / 2, y - MARK / 2, MARK, MARK, "told-" + one.number(), one.sentence()));
  }

  private void shape(TimelineTale.Form form, double x, double y) {
    double half = MARK / 2 - 1;
    switch (form) {
      case ROUND ->
          sketch.add(new Shape.Path(Curves.ring(x, y, half), Ink.CALM, 1.5, false, Ink.CALM_SOFT));
      case SQUARE ->
          sketch.add(
              new Shape.Box(
                  x - half, y - half + 1, 2 * half, 2 * half - 2, Ink.CARE_SOFT, Ink.CARE, false));
      case ROOFED ->
          sketch.add(
              new Shape.Path(
                  List.of(
                      x - half,
                      y + half,
                      x - half,
                      y - half + 6,
                      x,
                      y - half - 1,
                      x + half,
                      y - half + 6,
                      x + half,
                      y + half,
                      x - half,
                      y + half),
                  Ink.TEXT,
                  1.2,
                  false,
                  Ink.SOFT));
      case HATCHED -> {
        sketch.add(
            new Shape.Box(x - half, y - half, 2 * half, 2 * half, Ink.GROUND, Ink.TEXT, true));
        sketch.add(
            new Shape.Box(
                x - half + 2,
                y - half + 3,
                2 * half - 4,
                2 * half - 6,
                Ink.GROUND,
                Ink.NONE,
                false));
      }
      case BARE ->
          sketch.add(new Shape.Path(Curves.ring(x, y, half), Ink.LINE, 1, false, Ink.GROUND));
    }
  }

  private double legend(double top) {
    double x = 20;
    double y = top + 10;
    for (TimelineTale.Form form : TimelineTale.Form.values()) {
      String said = words.word("timeline.form", form);
      double width = Letters.width(said, 11, false);
      if (x + 16 + width > WIDTH - 8) {
        x = 20;
        y += ROW;
      }
      shape(form, x, y);
      sketch.add(new Shape.Words(x + 16, y + 4, said, 11, false, Shape.Align.START, Ink.MUTED));
      x += 16 + width + 26;
    }
    return y + 14;
  }

  /// The dated list.
  private double list(double top) {
    double y = top;
    for (Told one : told) {
      Block number = Block.of(Integer.toString(one.number()), Type.STRONG, 26);
      Block day = Block.of(day(one.at()), Type.PLAIN, 90);
      Block said = Block.of(one.words(), Type.PLAIN, WIDTH - 128);
      sketch.write(30, y, List.of(number), Shape.Align.END);
      sketch.write(40, y, List.of(day));
      y = sketch.write(120, y, List.of(said)) + 3;
    }
    return y;
  }
}
