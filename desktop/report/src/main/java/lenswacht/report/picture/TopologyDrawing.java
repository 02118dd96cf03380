package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.fingerprint.AssetKind;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Mark;
import lenswacht.report.drawing.Marks;
import lenswacht.report.drawing.Shape;
import lenswacht.report.picture.Sketch.Block;
import lenswacht.report.picture.Sketch.Type;
import lenswacht.report.picture.Topology.Area;
import lenswacht.report.picture.Topology.Single;

/// What stands where and what flows between, as a picture: zones as boxes in two columns, by role
/// and name, so that they stay where they are from visit to visit; bridges with a double edge
/// between them; the internet above. A wave where traffic was seen, a broken line where a
/// connection is possible, a heavy one where that is not as it should be. A zone from which not
/// everything was tried is marked by hatching.
public final class TopologyDrawing {
  private static final double WIDTH = 680;
  private static final double MARGIN = 44;
  private static final double ZONE = 204;
  private static final double BRIDGE = 120;
  private static final double PAD = 9;
  private static final double CLOUD_TOP = 6;
  private static final double CLOUD = 40;
  private static final double GAP = 20;
  private static final int MOST_SINGLES = 12;
  private static final int LEAST_SINGLES = 1;
  private static final int MOST_LINES = 2;

  private final Topology topology;
  private final PictureWords words;
  private final TopologyTale tale;
  private final Sketch sketch = new Sketch();
  private final int mostSingles;
  private final Map<String, Spot> places = new LinkedHashMap<>();

  /// Where an area stands.
  record Spot(double x, double y, double height, boolean isLeft) {
    double inner() {
      return isLeft ? x + ZONE : x;
    }

    double outer() {
      return isLeft ? x : x + ZONE;
    }

    double middle() {
      return y + height / 2;
    }
  }

  public TopologyDrawing(Topology topology, PictureWords words) {
    this.topology = topology;
    this.words = words;
    this.tale = new TopologyTale(topology, words);
    this.mostSingles = Math.max(LEAST_SINGLES, MOST_SINGLES / Math.max(2, topology.areas().size()));
  }

  /// The picture; the keys of its spots are `told-` and the number of a sentence that it tells.
  public Drawing drawing() {
    double below = place();
    new TopologyLines(topology, places, CLOUD_TOP + CLOUD, sketch).draw();
    cloud();
    for (int at = 0; at < topology.areas().size(); at++) {
      area(topology.areas().get(at), at);
    }
    double bridges = bridges(below);
    double bottom = legend(Math.max(below, bridges) + 10);
    return new Drawing(
        words.say("topology.title"), WIDTH, bottom + 6, sketch.shapes(), tale.told());
  }

  /// Gives every area its place, two in a row; gives where they end.
  private double place() {
    double y = CLOUD_TOP + CLOUD + GAP + 8;
    List<Area> areas = topology.areas();
    for (int at = 0; at < areas.size(); at += 2) {
      double left = height(areas.get(at));
      places.put(areas.get(at).name(), new Spot(MARGIN, y, left, true));
      double right = 0;
      if (at + 1 < areas.size()) {
        right = height(areas.get(at + 1));
        places.put(areas.get(at + 1).name(), new Spot(WIDTH - MARGIN - ZONE, y, right, false));
      }
      y += Math.max(left, right) + GAP;
    }
    return y - GAP;
  }

  private void cloud() {
    double bottom = CLOUD_TOP + CLOUD;
    sketch.add(
        new Shape.Path(
            Curves.cloud(4, CLOUD_TOP, WIDTH - 8, CLOUD), Ink.TEXT, 1.5, false, Ink.SOFT));
    sketch.add(
        Shape.middle(WIDTH / 2, bottom - CLOUD / 2 + 5, words.say("topology.internet"), 14, true));
    sketch.add(
        new Shape.Spot(
            4, CLOUD_TOP, WIDTH - 8, CLOUD, "told-" + (tale.told().size() - 1), tale.internet()));
  }

  private List<Block> blocks(Area area) {
    double inner = ZONE - 2 * PAD;
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.of(tale.name(area.name()), Type.STRONG, inner, MOST_LINES));
    area.role()
        .map(role -> words.word("topology.role", role))
        .ifPresent(role -> blocks.add(Block.of(role, Type.SMALL, inner)));
    blocks.add(Block.of(tale.counts(area), Type.PLAIN, inner));
    return blocks;
  }

  private List<Block> singles(Area area) {
    List<Block> blocks = new ArrayList<>();
    for (Single single : area.singles().stream().limit(mostSingles).toList()) {
      blocks.add(Block.of(tale.single(single), Type.SMALL, ZONE - 2 * PAD - 20, MOST_LINES));
    }
    int more = area.singles().size() - mostSingles;
    if (more > 0) {
      blocks.add(
          Block.of(
              words.counted("topology.more", more), Type.SMALL, ZONE - 2 * PAD - 20, MOST_LINES));
    }
    return blocks;
  }

  private Optional<Block> untried(Area area) {
    return tale.untried(area)
        .map(said -> Block.of(said, Type.SMALL, ZONE - 2 * PAD - 20, MOST_LINES));
  }

  private double height(Area area) {
    double untried = untried(area).map(block -> block.height() + 4).orElse(0.0);
    double singles = singles(area).stream().mapToDouble(block -> block.height() + 3).sum();
    return Sketch.height(blocks(area)) + singles + untried + 2 * PAD;
  }

  private void area(Area area, int number) {
    Spot at = places.get(area.name());
    if (at == null) {
      return;
    }
    sketch.add(new Shape.Box(at.x(), at.y(), ZONE, at.height(), Ink.GROUND, Ink.TEXT, false));
    double y = sketch.write(at.x() + PAD, at.y() + PAD - 3, blocks(area));
    List<Block> singles = singles(area);
    for (int i = 0; i < singles.size(); i++) {
      y += 3;
      if (i < mostSingles) {
        sign(area.singles().get(i), at.x() + PAD + 6, y + 8);
      }
      y = sketch.write(at.x() + PAD + 20, y, List.of(singles.get(i)));
    }
    Optional<Block> untried = untried(area);
    if (untried.isPresent()) {
      y += 4;
      sketch.add(new Shape.Box(at.x() + PAD, y + 2, 13, 13, Ink.GROUND, Ink.MUTED, true));
      sketch.write(at.x() + PAD + 20, y, List.of(untried.get()));
    }
    sketch.add(
        new Shape.Spot(
            at.x(), at.y(), ZONE, at.height(), "told-" + number, tale.told().get(number)));
  }

  /// A double edge for a recorder, the mark of high where something outside reaches it.
  private void sign(Single single, double x, double y) {
    if (single.level() == ExposureLevel.INTERNET || single.level() == ExposureLevel.VENDOR_RELAY) {
      sketch.addAll(Marks.at(x, y, Mark.DIAMOND));
    } else if (single.kind() == AssetKind.RECORDER) {
      doubleEdge(x - 6, y - 6, 12, 12, Ink.GROUND);
    }
  }

  private void doubleEdge(double x, double y, double width, double height, Ink ground) {
    sketch.add(new Shape.Box(x, y, width, height, ground, Ink.TEXT, false));
    sketch.add(new Shape.Box(x + 3, y + 3, width - 6, height - 6, Ink.NONE, Ink.TEXT, false));
  }

  /// Bridges stand between the columns, those with the same legs as one; gives where they end.
  private double bridges(double below) {
    double x = (WIDTH - BRIDGE) / 2;
    double free = CLOUD_TOP + CLOUD + GAP + 8;
    int number = topology.areas().size();
    for (TopologyTale.Bridged bridged : tale.bridged()) {
      List<Block> blocks =
          List.of(
              Block.of(words.say("topology.bridge"), Type.SMALL, BRIDGE - 2 * PAD),
              Block.of(bridged.names(), Type.STRONG, BRIDGE - 2 * PAD, MOST_LINES));
      double height = Sketch.height(blocks) + 2 * PAD;
      List<Spot> legs =
          bridged.zones().stream().map(places::get).filter(java.util.Objects::nonNull).toList();
      double wanted = legs.stream().mapToDouble(Spot::middle).average().orElse(free) - height / 2;
      double y = Math.max(free, Math.min(wanted, Math.max(free, below - height)));
      for (Spot leg : legs) {
        double edge = leg.isLeft() ? x : x + BRIDGE;
        double end = Math.max(leg.y() + 8, Math.min(y + height / 2, leg.y() + leg.height() - 8));
        sketch.add(Shape.line(edge, y + height / 2 - 2, leg.inner(), end - 2, Ink.TEXT, 1.5));
        sketch.add(Shape.line(edge, y + height / 2 + 2, leg.inner(), end + 2, Ink.TEXT, 1.5));
      }
      doubleEdge(x, y, BRIDGE, height, Ink.GRAVE_SOFT);
      sketch.write(x + PAD, y + PAD - 2, blocks);
      sketch.add(new Shape.Spot(x, y, BRIDGE, height, "told-" + number, tale.told().get(number)));
      number++;
      free = y + height + 10;
    }
    return free;
  }

  private double legend(double top) {
    double right = WIDTH / 2 + 30;
    double y = top;
    sketch.add(new Shape.Path(Curves.wave(8, y + 9, 44, y + 9), Ink.TEXT, 1.5, false, Ink.NONE));
    double first = legend(8, y, "topology.legend.observed");
    doubleEdge(right + 12, y + 3, 12, 12, Ink.GROUND);
    y = Math.max(first, legend(right, y, "topology.legend.double"));
    sketch.arrow(8, y + 9, 44, y + 9, true);
    first = legend(8, y, "topology.legend.possible");
    sketch.addAll(Marks.at(right + 18, y + 9, Mark.DIAMOND));
    y = Math.max(first, legend(right, y, "topology.legend.exposed"));
    sketch.add(Shape.line(8, y + 9, 44, y + 9, Ink.GRAVE, 3));
    first = legend(8, y, "topology.legend.deviating");
    sketch.add(new Shape.Box(right + 12, y + 3, 13, 13, Ink.GROUND, Ink.MUTED, true));
    return Math.max(first, legend(right, y, "topology.legend.untried"));
  }

  private double legend(double x, double y, String key) {
    double room = WIDTH / 2 + (x < WIDTH / 2 ? -30 : -90);
    return sketch.write(x + 46, y + 1, List.of(Block.of(words.say(key), Type.SMALL, room))) + 3;
  }
}
