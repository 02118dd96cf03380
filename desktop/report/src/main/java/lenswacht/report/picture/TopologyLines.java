package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;
import lenswacht.report.picture.Topology.Flow;
import lenswacht.report.picture.Topology.Kind;
import lenswacht.report.picture.TopologyDrawing.Spot;

/// The flows of a topology as lines: between the columns where they are of two zones, along the
/// margins where they leave the site. Each has its own place at the edge of a zone, by name.
final class TopologyLines {
  private static final double LANE = 5;
  private static final int LANES = 6;
  private static final double HEAVY = 3;
  private static final double LIGHT = 1.4;
  private static final double BAND = 12;

  private final Map<String, Spot> places;
  private final double cloud;
  private final Sketch sketch;
  private final List<Line> lines;
  private final Map<String, Integer> used = new TreeMap<>();
  private final Map<String, Integer> ends = new TreeMap<>();
  private final Map<Boolean, Integer> lanes = new TreeMap<>();

  /// Flows of one kind between two places, one way or both.
  private record Line(Flow flow, boolean both) {}

  /// @param cloud where the internet ends
  TopologyLines(Topology topology, Map<String, Spot> places, double cloud, Sketch sketch) {
    this.places = places;
    this.cloud = cloud;
    this.sketch = sketch;
    Map<String, Line> all = new TreeMap<>();
    for (Flow flow : topology.flows()) {
      boolean inOrder = flow.from().compareTo(flow.to()) < 0;
      String one = inOrder ? flow.from() : flow.to();
      String other = inOrder ? flow.to() : flow.from();
      all.merge(
          String.join("\u0000", one, other, flow.kind().name()),
          new Line(flow, false),
          TopologyLines::together);
    }
    this.lines = List.copyOf(all.values());
    for (Line line : lines) {
      List.of(line.flow().from(), line.flow().to())
          .forEach(name -> ends.merge(side(name, line.flow()), 1, Integer::sum));
    }
  }

  private static Line together(Line one, Line other) {
    Flow flow = one.flow();
    boolean deviating = flow.deviating() || other.flow().deviating();
    return new Line(new Flow(flow.from(), flow.to(), flow.kind(), deviating), true);
  }

  void draw() {
    for (Line line : lines) {
      Flow flow = line.flow();
      boolean isOut = flow.to().equals(Topology.INTERNET);
      if (isOut || flow.from().equals(Topology.INTERNET)) {
        Spot at = places.get(isOut ? flow.from() : flow.to());
        if (at != null) {
          outward(line, at, isOut);
        }
      } else if (places.containsKey(flow.from()) && places.containsKey(flow.to())) {
        between(line, places.get(flow.from()), places.get(flow.to()));
      }
    }
  }

  /// A line of a zone ends at its inner edge, one that leaves the site at its outer edge.
  private static String side(String name, Flow flow) {
    boolean isOuter = flow.from().equals(Topology.INTERNET) || flow.to().equals(Topology.INTERNET);
    return (isOuter ? "outer " : "inner ") + name;
  }

  /// The next free height at the edge of a zone.
  private double end(String name, Flow flow, Spot at) {
    String side = side(name, flow);
    int number = used.merge(side, 1, Integer::sum);
    return at.y() + at.height() * number / (ends.getOrDefault(side, 0) + 1);
  }

  private void outward(Line line, Spot at, boolean isOut) {
    Flow flow = line.flow();
    double y = end(isOut ? flow.from() : flow.to(), flow, at);
    int lane = lane(at.isLeft());
    double x = at.isLeft() ? at.outer() - 8 - lane * LANE : at.outer() + 8 + lane * LANE;
    List<Double> way = List.of(at.outer(), y, x, y, x, cloud);
    draw(line, isOut ? way : backwards(way));
  }

  private void between(Line line, Spot from, Spot to) {
    Flow flow = line.flow();
    double fromY = end(flow.from(), flow, from);
    double toY = end(flow.to(), flow, to);
    if (from.isLeft() != to.isLeft()) {
      draw(line, List.of(from.inner(), fromY, to.inner(), toY));
      return;
    }
    double out = BAND + lane(from.isLeft()) * LANE;
    double x = from.isLeft() ? from.inner() + out : from.inner() - out;
    draw(line, List.of(from.inner(), fromY, x, fromY, x, toY, to.inner(), toY));
  }

  /// Lines beside each other take turns.
  private int lane(boolean isLeft) {
    return (lanes.merge(isLeft, 1, Integer::sum) - 1) % LANES;
  }

  private static List<Double> backwards(List<Double> points) {
    List<Double> back = new ArrayList<>();
    for (int i = points.size() - 2; i >= 0; i -= 2) {
      back.add(points.get(i));
      back.add(points.get(i + 1));
    }
    return back;
  }

  private void draw(Line line, List<Double> way) {
    Flow flow = line.flow();
    boolean isSeen = flow.kind() == Kind.OBSERVED;
    int last = way.size() - 4;
    List<Double> drawn = isSeen ? Curves.wave(way) : way;
    sketch.add(
        new Shape.Path(
            drawn,
            flow.deviating() ? Ink.GRAVE : Ink.TEXT,
            flow.deviating() ? HEAVY : LIGHT,
            !isSeen,
            Ink.NONE));
    sketch.head(way.get(last), way.get(last + 1), way.get(last + 2), way.get(last + 3));
    if (line.both()) {
      sketch.head(way.get(2), way.get(3), way.get(0), way.get(1));
    }
  }
}
