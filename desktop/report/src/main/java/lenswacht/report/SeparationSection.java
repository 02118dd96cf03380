package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;
import lenswacht.report.drawing.Drawing;

/// Which zones reach which: the answers, the matrix, and what was tried in each of its cells.
final class SeparationSection {
  private final SeparationMatrix matrix;
  private final Wording wording;
  private final SeparationTale tale;

  SeparationSection(SeparationMatrix matrix, Wording wording) {
    this.matrix = matrix;
    this.wording = wording;
    this.tale = new SeparationTale(wording);
  }

  Chapter section() {
    List<Content> parts = new ArrayList<>();
    parts.add(wording.paragraph("separation.about"));
    parts.add(
        new Content.Listing(
            tale.answers(matrix).stream()
                .<Content>map(sentence -> Content.text(sentence))
                .toList()));
    if (!matrix.cells().isEmpty()) {
      Drawing drawing = tale.drawing(matrix).drawing();
      parts.add(
          new Content.Whole(
              Content.several(
                  Content.heading(3, wording.say("separation.matrix")),
                  new Content.Picture(drawing),
                  wording.paragraph("separation.legend"))));
      parts.add(Content.listing(drawing.told()));
    }
    parts.add(Content.heading(3, wording.say("separation.tried")));
    parts.add(
        Tables.table(
            "separation",
            List.of(
                wording.say("separation.from"),
                wording.say("separation.to"),
                wording.say("separation.reach"),
                wording.say("separation.expected"),
                wording.say("separation.detail")),
            matrix.cells().stream().map(this::row).toList()));
    parts.add(Content.heading(3, wording.say("separation.stands")));
    parts.add(
        new Content.Listing(
            tale.stands(matrix).stream().<Content>map(line -> Content.text(line)).toList()));
    return new Chapter("separation", wording.say("separation.title"), Content.several(parts));
  }

  private List<Content> row(Cell cell) {
    return List.of(
        Content.text(cell.from()),
        Content.text(cell.to()),
        Content.text(tale.word(cell)),
        Content.text(tale.expected(cell).orElse(wording.say("separation.expected.none"))),
        Tables.lines(tale.details(cell).stream().map(Content::text).toList()));
  }
}
