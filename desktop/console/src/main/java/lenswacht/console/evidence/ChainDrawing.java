package lenswacht.console.evidence;

import java.util.ArrayList;
import java.util.List;
import lenswacht.casefile.CaseAudit;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.observation.HandOver;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;

/// The chain of custody as a picture: who had it, an arrow to who has it now, and above the arrow
/// what passed. A journal that does not hold has a broken arrow.
final class ChainDrawing {
  private static final double WIDE = 190;
  private static final double GAP = 250;
  private static final double HIGH = 44;
  private static final double ROW = 76;
  private static final int LONGEST = 26;

  private final Custody custody;
  private final Texts texts;

  ChainDrawing(Custody custody, Texts texts) {
    this.custody = custody;
    this.texts = texts;
  }

  /// One arrow.
  private record Link(String from, String to, String above, boolean isWhole, String told) {}

  Drawing drawing() {
    List<Link> links = links();
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      draw(links.get(i), 14 + i * ROW, shapes);
    }
    if (links.isEmpty()) {
      shapes.add(Shape.words(8, 30, say("evidence.empty")));
    }
    List<String> told =
        links.isEmpty() ? List.of(say("evidence.empty")) : links.stream().map(Link::told).toList();
    return new Drawing(
        say("evidence.picture"),
        16 + 2 * WIDE + GAP,
        24 + Math.max(1, links.size()) * ROW,
        shapes,
        told);
  }

  private void draw(Link link, double y, List<Shape> shapes) {
    party(8, y, link.from(), shapes);
    party(8 + WIDE + GAP, y, link.to(), shapes);
    double from = 8 + WIDE;
    double to = from + GAP;
    double middle = y + HIGH / 2;
    Ink ink = link.isWhole() ? Ink.TEXT : Ink.GRAVE;
    if (link.isWhole()) {
      shapes.add(Shape.line(from, middle, to - 8, middle, ink, 2));
    } else {
      double cut = from + GAP / 2;
      shapes.add(Shape.line(from, middle, cut - 12, middle, ink, 2));
      shapes.add(Shape.line(cut - 8, middle - 8, cut + 8, middle + 8, ink, 3));
      shapes.add(Shape.line(cut - 8, middle + 8, cut + 8, middle - 8, ink, 3));
      shapes.add(new Shape.Path(List.of(cut + 12, middle, to - 8, middle), ink, 2, true, Ink.NONE));
    }
    shapes.add(
        new Shape.Path(
            List.of(to, middle, to - 10, middle - 5, to - 10, middle + 5, to, middle),
            ink,
            1,
            false,
            ink));
    shapes.add(
        new Shape.Words(
            from + GAP / 2, middle - 9, link.above(), 12, false, Shape.Align.MIDDLE, ink));
  }

  private static void party(double x, double y, String name, List<Shape> shapes) {
    shapes.add(new Shape.Box(x, y, WIDE, HIGH, Ink.SOFT, Ink.LINE, false));
    String brief = name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "\u2026";
    shapes.add(Shape.middle(x + WIDE / 2, y + HIGH / 2 + 5, brief, 13, true));
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (CaseAudit.OneJournal journal : custody.audit().journals()) {
      links.add(
          new Link(
              journal.device().isEmpty() ? say("evidence.device") : journal.device(),
              say("evidence.this-case"),
              texts.render(
                  Phrase.of(
                      journal.isWhole() ? "evidence.arrow.whole" : "evidence.arrow.broken",
                      "number",
                      journal.number(),
                      "lines",
                      journal.audit().lines())),
              journal.isWhole(),
              texts.render(AuditPhrases.of(journal))));
    }
    for (HandOver.Terms terms : custody.passed()) {
      String thing =
          switch (terms.thing()) {
            case HandOver.Thing.Device device -> device.id();
            case HandOver.Thing.Journal journal -> journal.name();
          };
      links.add(
          new Link(
              terms.from().name(),
              terms.to().name(),
              texts.render(Phrase.of("evidence.arrow.passed", "thing", thing, "at", terms.at())),
              true,
              texts.render(
                  Phrase.of(
                      "evidence.passed",
                      "from",
                      terms.from().name(),
                      "to",
                      terms.to().name(),
                      "thing",
                      thing,
                      "at",
                      terms.at(),
                      "remark",
                      terms.remark()))));
    }
    return links;
  }

  private String say(String key) {
    return texts.render(Phrase.of(key));
  }
}
