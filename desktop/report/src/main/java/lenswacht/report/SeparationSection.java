package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.Zone;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// Which zones reach which: the answers, the matrix, and what was tried in each of its cells.
final class SeparationSection {
  /// A wider matrix does not fit the page and is told pair by pair alone.
  private static final int WIDEST = 7;

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
    List<Zone> to =
        matrix.plan().zones().stream().filter(zone -> !zone.ranges().isEmpty()).toList();
    if (to.size() <= WIDEST) {
      parts.add(Content.heading(3, wording.say("separation.matrix")));
      parts.add(grid(to));
      parts.add(wording.paragraph("separation.legend"));
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

  private Content grid(List<Zone> to) {
    List<String> headings =
        Stream.concat(Stream.of(wording.say("separation.from-to")), to.stream().map(Zone::name))
            .toList();
    return Tables.table(
        "zones", headings, matrix.plan().zones().stream().map(from -> gridRow(from, to)).toList());
  }

  private List<Content> gridRow(Zone from, List<Zone> to) {
    List<Content> cells = new ArrayList<>();
    cells.add(Content.strong(from.name()));
    for (Zone zone : to) {
      cells.add(Content.text(matrix.cell(from.name(), zone.name()).map(tale::word).orElse("–")));
    }
    return cells;
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
