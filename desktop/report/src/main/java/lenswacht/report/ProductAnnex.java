package lenswacht.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.Interval;
import lenswacht.knowledge.Edition;

/// A list of products with the verdict on each line, as an annex to a tender or a report: a PDF
/// that can be archived and read aloud.
///
/// @param title what the list is called, for example the name of its file
/// @param counted how many lines were recognised how, in words and numbers
/// @param lines the lines in the order of the list
/// @param edition the edition of knowledge they were judged with
public record ProductAnnex(
    String title, Map<String, Integer> counted, List<Line> lines, Edition edition) {
  public ProductAnnex {
    counted = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counted));
    lines = List.copyOf(lines);
  }

  /// One line of the list.
  ///
  /// @param number the row as people count it
  /// @param name brand and model as written
  /// @param state how it was recognised, in words
  /// @param espionage the verdict; empty where it is not rated
  /// @param privacy the verdict; empty where it is not rated
  /// @param reason why, in sentences
  /// @param sourceDate when the oldest source was written, in words
  /// @param questions what is asked of the supplier
  public record Line(
      int number,
      String name,
      String state,
      Optional<Interval> espionage,
      Optional<Interval> privacy,
      String reason,
      String sourceDate,
      List<String> questions) {
    public Line {
      questions = List.copyOf(questions);
    }
  }

  /// Writes the annex to `pdf`, whole or not at all; a file that is there already is replaced.
  ///
  /// @throws IOException if it cannot be written
  public void write(Path pdf, ReportOrder order) throws IOException {
    Wording wording = new Wording(order.language(), edition.pack());
    PageFrame frame =
        new PageFrame(
            order,
            wording,
            wording.say("annex.title") + " · " + title,
            wording.say("foot", edition.id(), wording.say("foot.none")));
    List<Section> sections = new ArrayList<>();
    sections.add(verdicts(wording));
    Section questions = questions(wording);
    if (lines.stream().anyMatch(line -> !line.questions().isEmpty())) {
      sections.add(questions);
    }
    new PdfPrinter(frame.xhtml(opening(wording, order), sections, 0), frame.watermark(), order)
        .write(pdf);
  }

  private Html opening(Wording wording, ReportOrder order) {
    List<List<Html>> facts = new ArrayList<>();
    facts.add(Tables.row(wording.say("annex.list"), title));
    facts.add(Tables.row(wording.say("annex.lines"), wording.number(lines.size())));
    counted.forEach((state, number) -> facts.add(Tables.row(state, wording.number(number))));
    facts.add(Tables.row(wording.say("summary.printed"), wording.moment(order.printedAt())));
    facts.add(Tables.row(wording.say("summary.edition"), edition.id()));
    return Html.several(
        Html.element("h1", wording.say("annex.title")),
        wording.paragraph("annex.about"),
        Tables.pairs(facts));
  }

  private Section verdicts(Wording wording) {
    LevelMark marks = new LevelMark(wording);
    return new Section(
        "verdicts",
        wording.say("annex.verdicts"),
        Tables.table(
            "products",
            List.of(
                wording.say("annex.line"),
                wording.say("annex.product"),
                wording.say("axis.ESPIONAGE"),
                wording.say("axis.PRIVACY"),
                wording.say("annex.reason"),
                wording.say("annex.source-date")),
            lines.stream()
                .map(
                    line ->
                        List.of(
                            Html.text(Integer.toString(line.number())),
                            Html.several(
                                Html.element("div", line.name()),
                                Html.element("div", line.state()).of("open")),
                            marks.of(line.espionage()),
                            marks.of(line.privacy()),
                            Html.text(line.reason()),
                            Html.text(line.sourceDate())))
                .toList()));
  }

  private Section questions(Wording wording) {
    List<Html> parts = new ArrayList<>();
    parts.add(wording.paragraph("annex.questions.about"));
    for (Line line : lines) {
      if (!line.questions().isEmpty()) {
        parts.add(Html.element("h3", wording.say("annex.on", line.number(), line.name())));
        parts.add(
            Html.element(
                "ul",
                line.questions().stream()
                    .<Html>map(question -> Html.element("li", question))
                    .toList()));
      }
    }
    return new Section("questions", wording.say("annex.questions"), Html.several(parts));
  }
}
