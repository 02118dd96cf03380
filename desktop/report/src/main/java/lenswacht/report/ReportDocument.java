package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lenswacht.assessment.Visit;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Document;

/// The whole report: the order of its chapters, and what names it.
final class ReportDocument {
  private static final int BRIEF_HASH = 16;

  private final ReportContents contents;
  private final ReportOrder order;
  private final Wording wording;

  ReportDocument(ReportContents contents, ReportOrder order) {
    this.contents = contents;
    this.order = order;
    this.wording = new Wording(order.language(), contents.edition().pack());
  }

  /// The document.
  Document document() {
    EvidenceRegister register = new EvidenceRegister(contents.assessment());
    WaySection ways = new WaySection(contents, wording);
    AssetTableSection tables = new AssetTableSection(contents, wording, register, ways);
    ClosingSections closing = new ClosingSections(contents, order, wording);
    List<Chapter> sections = new ArrayList<>();
    sections.add(new CoverageSection(contents, wording).section());
    sections.add(tables.assets());
    sections.add(new CauseSection(contents, wording, register).section());
    sections.add(ways.section());
    sections.add(new ExposureSection(contents, wording, register).section());
    sections.add(new WaysOutSection(contents, wording).section());
    contents
        .separation()
        .ifPresent(matrix -> sections.add(new SeparationSection(matrix, wording).section()));
    if (!contents.biometric().isEmpty()) {
      sections.add(new BiometricSection(contents.biometric(), wording).section());
    }
    sections.add(tables.others());
    sections.add(new MakerSection(contents, wording).section());
    sections.add(closing.controls());
    sections.add(closing.evidence(register));
    sections.add(closing.method());
    return new Document(
        order.language(),
        wording.say("title") + " – " + contents.assessment().site(),
        wording.say("title.kind"),
        order.around(wording, wording.say("title") + " · " + contents.assessment().site(), foot()),
        new SummarySection(contents, order, wording).opening(),
        sections,
        false);
  }

  private String foot() {
    String journals =
        contents.visits().stream()
            .map(Visit::journalHash)
            .map(hash -> hash.substring(0, Math.min(BRIEF_HASH, hash.length())))
            .limit(2)
            .collect(Collectors.joining(" "));
    return wording.say(
        "foot", contents.edition().id(), journals.isEmpty() ? wording.say("foot.none") : journals);
  }
}
