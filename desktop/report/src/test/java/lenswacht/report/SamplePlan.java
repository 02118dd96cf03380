package lenswacht.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.assessment.floor.Label;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.Scale;
import lenswacht.assessment.floor.SightRound;
import lenswacht.assessment.floor.Sighting;
import lenswacht.assessment.floor.Spot;
import lenswacht.assessment.floor.View;
import lenswacht.report.drawing.PlanPixels;
import lenswacht.report.picture.PlanAsset;

/// A hall with a desk, two rooms and a corridor, drawn by hand, with cameras.
public final class SamplePlan {
  private static final Said SAID = new Said("J. Jansen", Instant.parse("2026-11-20T10:00:00Z"));

  private SamplePlan() {}

  /// A plan of 1200 by 800 pixels.
  public static BufferedImage pixels() {
    BufferedImage pixels = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = pixels.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, 1200, 800);
    paper.setColor(new Color(0xf3, 0xe9, 0xd2));
    paper.fillRect(60, 60, 520, 680);
    paper.setColor(Color.BLACK);
    paper.setStroke(new BasicStroke(8));
    paper.drawRect(60, 60, 1080, 680);
    paper.drawLine(580, 60, 580, 300);
    paper.drawLine(580, 420, 580, 740);
    paper.drawLine(580, 420, 1140, 420);
    paper.setStroke(new BasicStroke(4));
    paper.drawRect(240, 180, 180, 60);
    paper.drawArc(540, 300, 120, 120, 90, 90);
    paper.dispose();
    return pixels;
  }

  /// The ground floor, to scale.
  public static Floor ground() throws IOException {
    PlanPicture picture = PlanPixels.written(pixels());
    return new Floor("Begane grond", 0, picture, Optional.of(new Scale(60, 60, 1140, 60, 27)));
  }

  private static Placement at(String asset, double x, double y, View view, String... covers) {
    return new Placement(asset, new Spot("Begane grond", x, y), view, List.of(covers), SAID);
  }

  private static View view(double direction, double angle, View.Source source, double range) {
    return new View(
        OptionalDouble.of(direction),
        source == View.Source.NONE ? OptionalDouble.empty() : OptionalDouble.of(angle),
        source,
        range == 0 ? OptionalDouble.empty() : OptionalDouble.of(range));
  }

  /// Five cameras on a floor and one that is still to be placed; three were seen.
  public static FloorPlan plan() throws IOException {
    List<Placement> placements =
        List.of(
            at("10.20.30.61", 90, 90, view(135, 84, View.Source.MAKER, 9), "balie", "ingang"),
            at("10.20.30.62", 560, 700, view(315, 0, View.Source.NONE, 6)),
            at("10.20.30.63", 1110, 90, view(225, 100, View.Source.ESTIMATE, 0), "werkplek"),
            at("10.20.30.64", 860, 400, View.UNKNOWN),
            at("10.20.30.65", 600, 450, view(120, 90, View.Source.ON_SITE, 8), "stoep"));
    List<Sighting> seen =
        List.of(
            seen("s1", 110, 110, Match.is("10.20.30.61")),
            seen("s2", 330, 700, Match.NOT_FOUND),
            seen("s3", 1000, 600, Match.OPEN));
    return new FloorPlan(List.of(ground()), placements, new SightRound(seen, List.of()));
  }

  private static Sighting seen(String id, double x, double y, Match match) {
    return new Sighting(
        id,
        Optional.of(new Spot("Begane grond", x, y)),
        "hal",
        "witte koepel",
        new Label("TruVision", "TVD-5401", "", ""),
        "",
        match,
        SAID);
  }

  /// What is known of six assets.
  public static Map<String, PlanAsset> assets() {
    Map<String, PlanAsset> assets = new LinkedHashMap<>();
    Interval high = Interval.exactly(Level.HIGH);
    Interval open = new Interval(Level.VERY_LOW, Level.VERY_HIGH);
    put(
        assets,
        "10.20.30.61",
        "Hikvision DS-2CD2143G2-I",
        high,
        new Interval(Level.LOW, Level.HIGH));
    put(assets, "10.20.30.62", "camera", open, open);
    put(assets, "10.20.30.63", "Axis P3245", Interval.exactly(Level.LOW), high);
    put(
        assets,
        "10.20.30.64",
        "Bosch FLEXIDOME",
        Interval.exactly(Level.VERY_LOW),
        Interval.exactly(Level.MODERATE));
    put(
        assets,
        "10.20.30.65",
        "Dahua IPC-HDW",
        Interval.exactly(Level.VERY_HIGH),
        Interval.exactly(Level.MODERATE));
    put(assets, "10.20.30.66", "Hanwha XND-6080", Interval.exactly(Level.LOW), open);
    return assets;
  }

  private static void put(
      Map<String, PlanAsset> assets,
      String name,
      String product,
      Interval espionage,
      Interval privacy) {
    assets.put(
        name,
        new PlanAsset(
            assets.size() + 1, name, product, Optional.of(espionage), Optional.of(privacy)));
  }

  /// So many cameras on the ground floor in rows.
  public static FloorPlan crowd(int number) throws IOException {
    List<Placement> placements = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      placements.add(
          at(
              "10.20.31." + i,
              80 + i % 20 * 55,
              80 + i / 20 * 65.0,
              view(i * 37 % 360, 80, View.Source.MAKER, 5)));
    }
    return new FloorPlan(List.of(ground()), placements, SightRound.NONE);
  }
}
