package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.assessment.separation.Agreement;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.Reach;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.Zone;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;

/// The separation matrix as a picture: from the zones at the left to the zones above. In each cell
/// a word for what was reached, in its corner what should be; hatched where nobody tried,
/// a heavy edge and an exclamation mark where it is not as it should be. Bridges stand below.
public final class MatrixDrawing {
  private static final double LEFT = 190;
  private static final double TOP = 64;
  private static final double WIDE = 128;
  private static final double HIGH = 54;
  private static final int LONGEST = 24;
  private static final int LONGEST_HEAD = 17;

  private final SeparationMatrix matrix;
  private final PictureWords words;
  private final CellWords tale;
  private final List<Zone> from;
  private final List<Zone> to;

  /// The matrix in the words of one language.
  public MatrixDrawing(SeparationMatrix matrix, CellWords tale, PictureWords words) {
    this.matrix = matrix;
    this.words = words;
    this.tale = tale;
    this.from = matrix.plan().zones();
    this.to = from.stream().filter(zone -> !zone.ranges().isEmpty()).toList();
  }

  /// The picture; the keys of its spots are those of [#cell].
  public Drawing drawing() {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        new Shape.Words(4, 18, say("separation.to"), 13, true, Shape.Align.START, Ink.MUTED));
    shapes.add(
        new Shape.Words(4, 40, say("separation.from"), 13, true, Shape.Align.START, Ink.MUTED));
    for (int column = 0; column < to.size(); column++) {
      shapes.add(
          Shape.middle(
              x(column) + WIDE / 2,
              TOP - 10,
              brief(to.get(column).name(), LONGEST_HEAD),
              13,
              true));
    }
    for (int row = 0; row < from.size(); row++) {
      shapes.add(
          new Shape.Words(
              4,
              y(row) + HIGH / 2 + 4,
              brief(from.get(row).name(), LONGEST),
              13,
              true,
              Shape.Align.START,
              Ink.TEXT));
      for (int column = 0; column < to.size(); column++) {
        cell(row, column, shapes);
      }
    }
    double bottom = y(from.size()) + 10;
    for (SeparationMatrix.Bridge bridge : matrix.bridges()) {
      bottom += 20;
      bridge(bridge, bottom, shapes);
    }
    double width = Math.max(LEFT + to.size() * WIDE + 6, 460);
    return new Drawing(say("separation.picture"), width, bottom + 14, shapes, told());
  }

  /// An asset with a leg in several zones: a double edge between their names.
  private void bridge(SeparationMatrix.Bridge bridge, double y, List<Shape> shapes) {
    shapes.add(new Shape.Box(6, y - 11, 14, 14, Ink.GRAVE_SOFT, Ink.GRAVE, false));
    shapes.add(new Shape.Box(9, y - 8, 8, 8, Ink.NONE, Ink.GRAVE, false));
    shapes.add(
        Shape.words(
            28,
            y,
            words.say(
                "separation.bridge",
                "asset",
                bridge.asset(),
                "zones",
                String.join(" \u2194 ", bridge.legs().keySet()))));
  }

  private void cell(int row, int column, List<Shape> shapes) {
    double x = x(column);
    double y = y(row);
    Optional<Cell> cell = matrix.cell(from.get(row).name(), to.get(column).name());
    if (cell.isEmpty()) {
      shapes.add(new Shape.Box(x, y, WIDE, HIGH, Ink.SOFT, Ink.LINE, false));
      shapes.add(Shape.middle(x + WIDE / 2, y + HIGH / 2 + 4, "\u2013", 13, false));
      return;
    }
    Cell shown = cell.get();
    boolean isDeviating = shown.conformity() == Cell.Conformity.DEVIATING;
    boolean isUnknown =
        shown.reach() == Reach.NOT_DETERMINED || shown.reach() == Reach.NOT_MEASURED;
    Ink ground = isDeviating ? Ink.GRAVE_SOFT : isUnknown ? Ink.GROUND : Ink.CALM_SOFT;
    shapes.add(new Shape.Box(x, y, WIDE, HIGH, ground, Ink.LINE, isUnknown));
    if (isDeviating) {
      shapes.add(new Shape.Box(x + 2, y + 2, WIDE - 4, HIGH - 4, Ink.NONE, Ink.GRAVE, false));
      shapes.add(new Shape.Box(x + 3, y + 3, WIDE - 6, HIGH - 6, Ink.NONE, Ink.GRAVE, false));
    }
    if (isUnknown) {
      shapes.add(new Shape.Box(x + 8, y + 12, WIDE - 16, HIGH - 16, Ink.GROUND, Ink.NONE, false));
    }
    String word = words.word("separation.reach", shown.reach());
    shapes.add(
        Shape.middle(
            x + WIDE / 2, y + HIGH / 2 + 4, isDeviating ? "! " + word : word, 13, !isUnknown));
    expected(shown)
        .ifPresent(
            letter ->
                shapes.add(
                    new Shape.Words(
                        x + WIDE - 8,
                        y + HIGH - 8,
                        letter,
                        11,
                        false,
                        Shape.Align.END,
                        Ink.MUTED)));
    shapes.add(new Shape.Spot(x, y, WIDE, HIGH, row + "-" + column, sentence(shown)));
  }

  /// What should be, in a word.
  private Optional<String> expected(Cell cell) {
    return cell.agreed()
        .map(Agreement::wanted)
        .map(
            wanted ->
                "separation.wanted." + wanted.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .or(() -> cell.norm().map(clause -> "separation.wanted.closed"))
        .map(key -> words.say("separation.expected", "wanted", words.say(key)));
  }

  /// The cell with this key.
  public Optional<Cell> cell(String key) {
    String[] parts = key.split("-", 2);
    return matrix.cell(
        from.get(Integer.parseInt(parts[0])).name(), to.get(Integer.parseInt(parts[1])).name());
  }

  private String sentence(Cell cell) {
    return words.say(
        "separation.cell",
        "from",
        cell.from(),
        "to",
        cell.to(),
        "word",
        tale.word(cell),
        "expected",
        tale.expected(cell).orElse(say("separation.expected.none")));
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    matrix.cells().forEach(cell -> told.add(sentence(cell)));
    matrix
        .bridges()
        .forEach(
            bridge ->
                told.add(
                    words.say(
                        "separation.bridge",
                        "asset",
                        bridge.asset(),
                        "zones",
                        String.join(", ", bridge.legs().keySet()))));
    if (told.isEmpty()) {
      told.add(say("separation.one-zone"));
    }
    return told;
  }

  private static double x(int column) {
    return LEFT + column * WIDE;
  }

  private static double y(int row) {
    return TOP + row * HIGH;
  }

  private static String brief(String name, int longest) {
    return name.length() <= longest ? name : name.substring(0, longest - 1) + "\u2026";
  }

  private String say(String key) {
    return words.say(key);
  }
}
