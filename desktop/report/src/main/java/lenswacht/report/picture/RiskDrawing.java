package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lenswacht.assessment.Level;
import lenswacht.assessment.RatedAsset;
import lenswacht.knowledge.DecisionTable;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Mark;
import lenswacht.report.drawing.Marks;
import lenswacht.report.drawing.Shape;

/// A matrix of five by five as a picture: likelihood upwards, consequence to the right, and in each
/// cell how many assets stand there.
public final class RiskDrawing {
  private static final double LEFT = 86;
  private static final double TOP = 30;
  private static final double WIDE = 74;
  private static final double HIGH = 38;
  private static final int MOST_NAMED = 12;

  private final RiskMatrix matrix;
  private final DecisionTable table;
  private final PictureWords words;

  /// @param table says what comes of a cell
  public RiskDrawing(RiskMatrix matrix, DecisionTable table, PictureWords words) {
    this.matrix = matrix;
    this.table = table;
    this.words = words;
  }

  /// The picture; the keys of its spots are `axis-likelihood-consequence`.
  public Drawing drawing() {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(new Shape.Words(4, 18, axis(), 15, true, Shape.Align.START, Ink.TEXT));
    for (int likelihood = 0; likelihood < RiskMatrix.LEVELS; likelihood++) {
      double middle = y(likelihood) + HIGH / 2 + 4;
      shapes.add(
          new Shape.Words(
              LEFT - 8, middle, level(likelihood), 12, false, Shape.Align.END, Ink.TEXT));
      for (int consequence = 0; consequence < RiskMatrix.LEVELS; consequence++) {
        cell(new RiskMatrix.Spot(likelihood, consequence), shapes);
      }
    }
    double below = TOP + RiskMatrix.LEVELS * HIGH;
    for (int consequence = 0; consequence < RiskMatrix.LEVELS; consequence++) {
      shapes.add(
          Shape.middle(x(consequence) + WIDE / 2, below + 17, level(consequence), 12, false));
    }
    double width = LEFT + RiskMatrix.LEVELS * WIDE + 4;
    shapes.add(
        new Shape.Words(
            width - 4,
            below + 38,
            say("consequence") + " \u2192",
            12,
            true,
            Shape.Align.END,
            Ink.MUTED));
    shapes.add(
        new Shape.Words(
            4, below + 38, "\u2191 " + say("likelihood"), 12, true, Shape.Align.START, Ink.MUTED));
    shapes.add(open(LEFT + 96, below + 27));
    shapes.add(
        new Shape.Words(
            LEFT + 115, below + 38, say("still-open"), 12, false, Shape.Align.START, Ink.MUTED));
    return new Drawing(axis(), width, below + 46, shapes, told());
  }

  private void cell(RiskMatrix.Spot spot, List<Shape> shapes) {
    List<RatedAsset> assets = matrix.at(spot.key());
    Mark mark = mark(spot);
    double x = x(spot.consequence());
    double y = y(spot.likelihood());
    shapes.add(new Shape.Box(x, y, WIDE, HIGH, Marks.soft(mark), Ink.LINE, false));
    if (assets.isEmpty()) {
      return;
    }
    if (matrix.open(assets) > 0) {
      shapes.add(open(x + WIDE - 17, y + 4));
    }
    shapes.addAll(Marks.at(x + 16, y + HIGH / 2, mark));
    shapes.add(
        Shape.middle(
            x + WIDE / 2 + 8, y + HIGH / 2 + 6, Integer.toString(assets.size()), 17, true));
    shapes.add(new Shape.Spot(x, y, WIDE, HIGH, key(spot), sentence(spot, assets)));
  }

  /// Names a cell apart from those of the other matrix.
  private String key(RiskMatrix.Spot spot) {
    return matrix.axis().name().toLowerCase(Locale.ROOT) + "-" + spot.key();
  }

  /// The sign that not everything in a cell is determined.
  private static Shape open(double x, double y) {
    return new Shape.Box(x, y, 13, 13, Ink.GROUND, Ink.MUTED, true);
  }

  private Mark mark(RiskMatrix.Spot spot) {
    return Mark.of(Level.of(table.outcome(spot.likelihood(), spot.consequence())));
  }

  private static double x(int consequence) {
    return LEFT + consequence * WIDE;
  }

  private static double y(int likelihood) {
    return TOP + (RiskMatrix.LEVELS - 1 - likelihood) * HIGH;
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    List<RiskMatrix.Spot> spots = new ArrayList<>(matrix.cells().keySet());
    spots.sort(
        java.util.Comparator.comparingInt(
                (RiskMatrix.Spot spot) -> table.outcome(spot.likelihood(), spot.consequence()))
            .reversed());
    for (RiskMatrix.Spot spot : spots) {
      told.add(sentence(spot, matrix.at(spot.key())));
    }
    if (!matrix.unplaced().isEmpty()) {
      told.add(words.counted("risk.unplaced", matrix.unplaced().size()));
    }
    if (told.isEmpty()) {
      told.add(words.say("risk.empty"));
    }
    return told;
  }

  private String sentence(RiskMatrix.Spot spot, List<RatedAsset> assets) {
    List<String> addresses = assets.stream().map(RatedAsset::address).toList();
    String named =
        String.join(", ", addresses.subList(0, Math.min(MOST_NAMED, addresses.size())))
            + (addresses.size() > MOST_NAMED ? " \u2026" : "");
    return words.counted(
        matrix.open(assets) == 0 ? "risk.sure" : "risk.cell",
        assets.size(),
        "outcome",
        level(table.outcome(spot.likelihood(), spot.consequence())),
        "likelihood",
        level(spot.likelihood()),
        "consequence",
        level(spot.consequence()),
        "open",
        matrix.open(assets),
        "assets",
        named);
  }

  private String axis() {
    return words.word("axis", matrix.axis());
  }

  private String level(int number) {
    return words.level(Level.of(number));
  }

  private String say(String word) {
    return words.say("risk." + word);
  }
}
