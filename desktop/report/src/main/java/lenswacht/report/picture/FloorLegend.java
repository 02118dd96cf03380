package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.floor.Match;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Letters;
import lenswacht.report.drawing.Mark;
import lenswacht.report.drawing.Marks;
import lenswacht.report.drawing.Shape;

/// What the signs of a floor plan mean, below it.
final class FloorLegend {
  private static final double SIZE = 11;
  private static final double ROW = 22;
  private static final double SIGN = 26;
  private static final double GAP = 20;

  private final PictureWords words;
  private final FloorLayers layers;

  /// A bar that is so many metres long.
  record Bar(int metres, double length) {}

  /// A sign and its words.
  private record Sign(double width, String says, java.util.function.Consumer<Corner> draw) {}

  /// Where a sign is drawn: its left edge and its middle.
  private record Corner(double x, double y, List<Shape> shapes) {}

  FloorLegend(PictureWords words, FloorLayers layers) {
    this.words = words;
    this.layers = layers;
  }

  /// Writes the signs in rows of `width`; gives where they end.
  double write(List<Shape> shapes, double width, double top, Optional<Bar> bar) {
    double x = 4;
    double y = top + ROW / 2;
    for (Sign sign : signs(bar)) {
      double wide = sign.width() + 6 + Letters.width(sign.says(), SIZE, false);
      if (x > 4 && x + wide > width) {
        x = 4;
        y += ROW;
      }
      sign.draw().accept(new Corner(x, y, shapes));
      shapes.add(
          new Shape.Words(
              x + sign.width() + 6, y + 4, sign.says(), SIZE, false, Shape.Align.START, Ink.TEXT));
      x += wide + GAP;
    }
    return y + ROW / 2 + 2;
  }

  private List<Sign> signs(Optional<Bar> bar) {
    List<Sign> signs = new ArrayList<>();
    signs.add(
        bar.map(
                one ->
                    new Sign(
                        one.length(),
                        words.say("floor.metres", "metres", one.metres()),
                        at -> bar(at, one.length())))
            .orElseGet(() -> new Sign(0, words.say("floor.no-scale"), at -> {})));
    if (layers.espionage() || layers.privacy()) {
      for (Mark mark : Mark.values()) {
        signs.add(
            new Sign(
                14,
                words.word("floor.mark", mark),
                at -> at.shapes().addAll(Marks.at(at.x() + 7, at.y(), mark))));
      }
    }
    if (layers.views()) {
      signs.add(new Sign(SIGN, words.say("floor.view.known"), at -> wedge(at, false)));
      signs.add(new Sign(SIGN, words.say("floor.view.open"), at -> wedge(at, true)));
    }
    if (layers.seen()) {
      signs.add(eye("floor.seen.is", Match.is("?")));
      signs.add(eye("floor.seen.open", Match.OPEN));
      signs.add(eye("floor.seen.not-found", Match.NOT_FOUND));
    }
    return signs;
  }

  private Sign eye(String key, Match match) {
    return new Sign(
        16, words.say(key), at -> at.shapes().addAll(FloorDrawing.eye(at.x() + 8, at.y(), match)));
  }

  private static void bar(Corner at, double length) {
    at.shapes().add(Shape.line(at.x(), at.y(), at.x() + length, at.y(), Ink.TEXT, 2));
    at.shapes().add(Shape.line(at.x(), at.y() - 4, at.x(), at.y() + 4, Ink.TEXT, 2));
    at.shapes()
        .add(Shape.line(at.x() + length, at.y() - 4, at.x() + length, at.y() + 4, Ink.TEXT, 2));
  }

  private static void wedge(Corner at, boolean dashed) {
    double x = at.x();
    double y = at.y();
    at.shapes()
        .add(
            new Shape.Path(
                List.of(x, y, x + SIGN, y - 8, x + SIGN, y + 8, x, y),
                Ink.TEXT,
                1,
                dashed,
                Ink.NONE));
  }
}
