package lenswacht.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.Interval;
import lenswacht.knowledge.Edition;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;
import lenswacht.report.content.Document;
import lenswacht.report.paper.PdfPrinter;

/// A list of products with the verdict on each line, as an annex to a tender or a report: a PDF
/// that can be archived and read aloud.
///
/// @param title what the list is called, for example the name of its file
/// @param counted how many lines were recognised how, in words and numbers
/// @param lines the lines in the order of the list
/// @param edition the edition of knowledge they were judged with
/// @param isFound whether the products were found at a site, or stand on a list alone
public record ProductAnnex(
    String title,
    Map<String, Integer> counted,
    List<Line> lines,
    Edition edition,
    boolean isFound) {
  /// A list of products that nobody looked at.
  public ProductAnnex(
      String title, Map<String, Integer> counted, List<Line> lines, Edition edition) {
    this(title, counted, lines, edition, false);
  }

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
    WholeFile.write(pdf, new PdfPrinter(document(order), order.printedAt(), List::of)::print);
  }

  /// The annex as a tree, for any printer.
  public Document document(ReportOrder order) {
    Wording wording = new Wording(order.language(), edition.pack());
    List<Chapter> sections = new ArrayList<>();
    sections.add(verdicts(wording));
    Chapter questions = questions(wording);
    if (lines.stream().anyMatch(line -> !line.questions().isEmpty())) {
      sections.add(questions);
    }
    return new Document(
        order.language(),
        wording.say("annex.title") + " – " + title,
        wording.say("title.kind"),
        order.around(
            wording,
            wording.say("annex.title") + " · " + title,
            wording.say("foot", edition.id(), wording.say("foot.none"))),
        opening(wording, order),
        sections,
        false);
  }

  private Content opening(Wording wording, ReportOrder order) {
    List<List<Content>> facts = new ArrayList<>();
    facts.add(Tables.row(wording.say(isFound ? "summary.site" : "annex.list"), title));
    facts.add(
        Tables.row(
            wording.say(isFound ? "annex.products" : "annex.lines"), wording.number(lines.size())));
    counted.forEach((state, number) -> facts.add(Tables.row(state, wording.number(number))));
    facts.add(Tables.row(wording.say("summary.printed"), wording.moment(order.printedAt())));
    facts.add(Tables.row(wording.say("summary.edition"), edition.id()));
    return Content.several(
        Content.heading(1, wording.say("annex.title")),
        wording.paragraph(isFound ? "annex.found.about" : "annex.about"),
        Tables.pairs(facts));
  }

  private Chapter verdicts(Wording wording) {
    if (lines.isEmpty()) {
      return new Chapter(
          "verdicts", wording.say("annex.verdicts"), wording.paragraph("annex.none"));
    }
    LevelMark marks = new LevelMark(wording);
    return new Chapter(
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
                            Content.text(Integer.toString(line.number())),
                            Content.several(
                                Content.text(line.name()),
                                Content.lineBreak(),
                                Content.words(line.state(), Content.Voice.OPEN)),
                            marks.of(line.espionage()),
                            marks.of(line.privacy()),
                            Content.text(line.reason()),
                            Content.text(line.sourceDate())))
                .toList()));
  }

  private Chapter questions(Wording wording) {
    List<Content> parts = new ArrayList<>();
    parts.add(wording.paragraph("annex.questions.about"));
    for (Line line : lines) {
      if (!line.questions().isEmpty()) {
        parts.add(Content.heading(3, wording.say("annex.on", line.number(), line.name())));
        parts.add(
            new Content.Listing(
                line.questions().stream()
                    .<Content>map(question -> Content.text(question))
                    .toList()));
      }
    }
    return new Chapter("questions", wording.say("annex.questions"), Content.several(parts));
  }
}
