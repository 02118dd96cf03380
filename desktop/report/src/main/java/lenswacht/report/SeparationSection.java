package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.Zone;

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

  Section section() {
    List<Html> parts = new ArrayList<>();
    parts.add(wording.paragraph("separation.about"));
    parts.add(
        Html.element(
            "ul",
            tale.answers(matrix).stream()
                .<Html>map(sentence -> Html.element("li", sentence))
                .toList()));
    List<Zone> to =
        matrix.plan().zones().stream().filter(zone -> !zone.ranges().isEmpty()).toList();
    if (to.size() <= WIDEST) {
      parts.add(Html.element("h3", wording.say("separation.matrix")));
      parts.add(grid(to));
      parts.add(wording.paragraph("separation.legend"));
    }
    parts.add(Html.element("h3", wording.say("separation.tried")));
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
    parts.add(Html.element("h3", wording.say("separation.stands")));
    parts.add(
        Html.element(
            "ul",
            tale.stands(matrix).stream().<Html>map(line -> Html.element("li", line)).toList()));
    return new Section("separation", wording.say("separation.title"), Html.several(parts));
  }

  private Html grid(List<Zone> to) {
    List<String> headings =
        Stream.concat(Stream.of(wording.say("separation.from-to")), to.stream().map(Zone::name))
            .toList();
    return Tables.table(
        "zones", headings, matrix.plan().zones().stream().map(from -> gridRow(from, to)).toList());
  }

  private List<Html> gridRow(Zone from, List<Zone> to) {
    List<Html> cells = new ArrayList<>();
    cells.add(Html.element("strong", from.name()));
    for (Zone zone : to) {
      cells.add(Html.text(matrix.cell(from.name(), zone.name()).map(tale::word).orElse("–")));
    }
    return cells;
  }

  private List<Html> row(Cell cell) {
    return List.of(
        Html.text(cell.from()),
        Html.text(cell.to()),
        Html.text(tale.word(cell)),
        Html.text(tale.expected(cell).orElse(wording.say("separation.expected.none"))),
        Html.several(
            tale.details(cell).stream().<Html>map(line -> Html.element("div", line)).toList()));
  }
}
