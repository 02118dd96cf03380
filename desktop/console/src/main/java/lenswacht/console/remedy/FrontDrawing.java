package lenswacht.console.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lenswacht.assessment.Level;
import lenswacht.assessment.Plan;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.text.Words;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;

/// Every plan that is worth its money: euros to the right, the highest level that is left upwards;
/// espionage as a drawn line with squares, privacy as a broken line with rings.
final class FrontDrawing {
  private static final double LEFT = 84;
  private static final double TOP = 44;
  private static final double WIDE = 520;
  private static final double HIGH = 150;
  private static final int LEVELS = 5;

  private final Planned planned;
  private final Plan chosen;
  private final Texts texts;
  private final double most;

  FrontDrawing(Planned planned, Plan chosen, Texts texts) {
    this.planned = planned;
    this.chosen = chosen;
    this.texts = texts;
    this.most =
        Math.max(
            1,
            Math.max(
                chosen.euros(), planned.front().stream().mapToLong(Plan::euros).max().orElse(0)));
  }

  Drawing drawing() {
    List<Shape> shapes = new ArrayList<>();
    legend(shapes);
    for (Level level : Level.values()) {
      shapes.add(Shape.line(LEFT, y(level), LEFT + WIDE, y(level), Ink.LINE, 1));
      shapes.add(
          new Shape.Words(
              LEFT - 8,
              y(level) + 4,
              texts.render(Words.of(level)),
              12,
              false,
              Shape.Align.END,
              Ink.TEXT));
    }
    for (int part = 0; part <= 4; part++) {
      double euros = most * part * part / 16;
      shapes.add(Shape.middle(x(euros), TOP + HIGH + 22, Euros.of(Math.round(euros)), 12, false));
    }
    shapes.add(
        new Shape.Path(
            List.of(x(chosen.euros()), TOP - 12, x(chosen.euros()), TOP + HIGH + 6),
            Ink.CALM,
            2,
            false,
            Ink.NONE));
    line(Plan::privacy, true, shapes);
    line(Plan::espionage, false, shapes);
    for (int i = 0; i < planned.front().size(); i++) {
      Plan plan = planned.front().get(i);
      shapes.add(
          new Shape.Spot(
              x(plan.euros()) - 9, TOP - 12, 18, HIGH + 20, "plan-" + i, sentence(plan)));
    }
    return new Drawing(
        texts.render(Phrase.of("remedies.front")),
        LEFT + WIDE + 60,
        TOP + HIGH + 32,
        shapes,
        told());
  }

  private void legend(List<Shape> shapes) {
    shapes.add(square(LEFT + 5, 12));
    shapes.add(Shape.words(LEFT + 18, 17, texts.render(Phrase.of("axis.espionage"))));
    shapes.add(ring(LEFT + 125, 12));
    shapes.add(Shape.words(LEFT + 138, 17, texts.render(Phrase.of("axis.privacy"))));
    shapes.add(Shape.line(LEFT + 235, 4, LEFT + 235, 20, Ink.CALM, 2));
    shapes.add(Shape.words(LEFT + 244, 17, texts.render(Phrase.of("remedies.front.chosen"))));
  }

  /// A staircase: what a plan reaches holds until the next dearer one.
  private void line(Function<Plan, Level> axis, boolean isPrivacy, List<Shape> shapes) {
    List<Double> points = new ArrayList<>();
    double before = Double.NaN;
    for (Plan plan : planned.front()) {
      double y = y(axis.apply(plan));
      if (!Double.isNaN(before)) {
        points.add(x(plan.euros()));
        points.add(before);
      }
      points.add(x(plan.euros()));
      points.add(y);
      before = y;
    }
    if (!points.isEmpty()) {
      points.add(LEFT + WIDE);
      points.add(before);
      shapes.add(new Shape.Path(points, isPrivacy ? Ink.MUTED : Ink.TEXT, 2, isPrivacy, Ink.NONE));
    }
    for (Plan plan : planned.front()) {
      double y = y(axis.apply(plan));
      shapes.add(isPrivacy ? ring(x(plan.euros()), y) : square(x(plan.euros()), y));
    }
  }

  private static Shape square(double x, double y) {
    return new Shape.Box(x - 4, y - 4, 8, 8, Ink.TEXT, Ink.TEXT, false);
  }

  private static Shape ring(double x, double y) {
    List<Double> points = new ArrayList<>();
    for (int step = 0; step <= 20; step++) {
      points.add(x + 6.5 * Math.cos(Math.PI * 2 * step / 20));
      points.add(y + 6.5 * Math.sin(Math.PI * 2 * step / 20));
    }
    return new Shape.Path(points, Ink.MUTED, 2, false, Ink.NONE);
  }

  /// Small amounts get more room than large ones; the marks on the axis say how much.
  private double x(double euros) {
    return LEFT + Math.sqrt(euros / most) * WIDE;
  }

  private static double y(Level level) {
    return TOP + HIGH - level.number() * HIGH / (LEVELS - 1);
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    planned.front().forEach(plan -> told.add(sentence(plan)));
    if (told.isEmpty()) {
      told.add(texts.render(Phrase.of("remedies.front.none")));
    }
    return told;
  }

  private String sentence(Plan plan) {
    return texts.render(
        Phrase.of(
            "remedies.front.plan",
            "euros",
            Euros.of(plan.euros()),
            "placeholder",
            Euros.of(planned.placeholders(plan)),
            "espionage",
            Words.of(plan.espionage()),
            "privacy",
            Words.of(plan.privacy()),
            "remedies",
            plan.steps().isEmpty()
                ? Phrase.of("remedies.front.nothing")
                : Phrase.verbatim(
                    String.join(", ", plan.steps().stream().map(Plan.Step::remedy).toList()))));
  }
}
