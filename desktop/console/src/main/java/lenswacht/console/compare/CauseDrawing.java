package lenswacht.console.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lenswacht.assessment.compare.Change;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;

/// How many changes have which cause, as bars with their number.
final class CauseDrawing {
  private static final double LEFT = 190;
  private static final double WIDE = 320;
  private static final double ROW = 26;

  private final Compared compared;
  private final Texts texts;

  CauseDrawing(Compared compared, Texts texts) {
    this.compared = compared;
    this.texts = texts;
  }

  Drawing drawing() {
    long most = 1;
    for (Change.Cause cause : Change.Cause.values()) {
      most = Math.max(most, compared.count(cause));
    }
    List<Shape> shapes = new ArrayList<>();
    List<String> told = new ArrayList<>();
    double y = 8;
    for (Change.Cause cause : Change.Cause.values()) {
      long count = compared.count(cause);
      String name = texts.render(cause(cause));
      shapes.add(new Shape.Words(LEFT - 10, y + 14, name, 13, false, Shape.Align.END, Ink.TEXT));
      shapes.add(new Shape.Box(LEFT, y, WIDE * count / most, 18, Ink.CALM_SOFT, Ink.CALM, false));
      shapes.add(
          new Shape.Words(
              LEFT + WIDE * count / most + 8,
              y + 14,
              Long.toString(count),
              13,
              true,
              Shape.Align.START,
              Ink.TEXT));
      told.add(texts.render(Phrase.of("compare.count", "cause", name, "count", count)));
      y += ROW;
    }
    return new Drawing(
        texts.render(Phrase.of("compare.picture")), LEFT + WIDE + 50, y + 6, shapes, told);
  }

  static Phrase cause(Change.Cause cause) {
    return Phrase.of("compare.cause." + cause.name().toLowerCase(Locale.ROOT));
  }
}
