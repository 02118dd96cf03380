package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.assessment.Visit;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;
import lenswacht.report.content.Document;
import lenswacht.report.content.LeftOut;
import lenswacht.report.content.Rewriting;

/// The papers on an assessment: which chapters they have in which order, what names them, and what
/// their readers are not told.
final class ReportDocument {
  private static final int BRIEF_HASH = 16;
  private static final int FEW_CHAINS = 4;
  private static final int MANY_CHAINS = 8;

  /// Chapters that only those read who work on it.
  private static final Set<String> TO_WORK_WITH =
      Set.of(
          "exposure", "outward", "separation", "floors", "others", "evidence", "decisive", "ways");

  private final ReportContents contents;
  private final ReportOrder order;
  private final Wording wording;
  private final Redaction redaction;

  ReportDocument(ReportContents contents, ReportOrder order) {
    this.contents = contents;
    this.order = order;
    this.wording = new Wording(order.language(), contents.edition().pack());
    this.redaction = new Redaction(contents, order.audience(), wording);
  }

  /// What is kept from the readers, once the document was made.
  Redaction redaction() {
    return redaction;
  }

  /// The document.
  Document document() {
    Document whole =
        switch (order.kind()) {
          case PAGE -> page();
          case SITE -> report(site());
          case TECHNICAL -> report(technical());
          case ANNEX -> new CaseAnnex(contents, wording).annex().document(order);
          case QUESTIONS -> new QuestionPaper(contents, order, wording).document();
          case NOTICE -> new NoticePaper(contents, order, wording).document();
        };
    Document read = new Rewriting(redaction::of).of(withheld(whole));
    LeftOut left = redaction.leftOut();
    if (order.audience() == Audience.CONFIDENTIAL) {
      return read;
    }
    if (read.compact()) {
      return with(read, Content.several(read.opening(), Content.paragraph(brief(left))), List.of());
    }
    Chapter told = new Chapter("left-out", wording.say("left-out.title"), told(left));
    return with(read, read.opening(), List.of(told));
  }

  private static Document with(Document document, Content opening, List<Chapter> more) {
    List<Chapter> chapters = new ArrayList<>(document.chapters());
    chapters.addAll(more);
    return new Document(
        document.language(),
        document.title(),
        document.kind(),
        document.around(),
        opening,
        chapters,
        document.compact());
  }

  /// The document without the chapters that its readers are not shown.
  private Document withheld(Document document) {
    List<Chapter> kept = new ArrayList<>();
    for (Chapter chapter : document.chapters()) {
      boolean isWithheld =
          switch (order.audience()) {
            case PUBLIC -> TO_WORK_WITH.contains(chapter.id());
            case INTERNAL -> chapter.id().equals("decisive");
            case CONFIDENTIAL -> false;
          };
      if (isWithheld) {
        redaction.withhold(LeftOut.Kind.CHAPTER, chapter.title());
      } else {
        kept.add(chapter);
      }
    }
    return new Document(
        document.language(),
        document.title(),
        document.kind(),
        document.around(),
        document.opening(),
        kept,
        document.compact());
  }

  private Content told(LeftOut left) {
    List<List<Content>> rows = new ArrayList<>();
    left.counts()
        .forEach(
            (kind, count) ->
                rows.add(
                    Tables.row(
                        wording.say("left-out.kind", kind),
                        kind == LeftOut.Kind.CHAPTER
                            ? String.join("; ", left.chapters())
                            : wording.number(count))));
    return Content.several(
        wording.paragraph("left-out.about", wording.say("audience", order.audience())),
        rows.isEmpty() ? wording.paragraph("left-out.nothing") : Tables.pairs(rows));
  }

  private String brief(LeftOut left) {
    return left.isNothing()
        ? wording.say("left-out.nothing")
        : wording.say("left-out.brief", wording.say("audience", order.audience()), counts(left));
  }

  private String counts(LeftOut left) {
    return left.counts().entrySet().stream()
        .map(
            (Map.Entry<LeftOut.Kind, Integer> one) ->
                wording.number(one.getValue()) + " × " + wording.say("left-out.kind", one.getKey()))
        .collect(Collectors.joining(", "));
  }

  private Document page() {
    PagePaper page = new PagePaper(contents, order, wording);
    return new Document(
        order.language(),
        wording.say("page.title") + " – " + contents.assessment().site(),
        wording.say("title.kind"),
        order.around(wording, wording.say("page.title"), foot()),
        page.opening(),
        page.chapters(),
        true);
  }

  private Document report(List<Chapter> chapters) {
    String title = wording.say("title", order.kind());
    return new Document(
        order.language(),
        title + " – " + contents.assessment().site(),
        wording.say("title.kind"),
        order.around(wording, title + " · " + contents.assessment().site(), foot()),
        new SummarySection(contents, order, wording).opening(),
        chapters,
        false);
  }

  private List<Chapter> site() {
    EvidenceRegister register = new EvidenceRegister(contents.assessment());
    PictureSections pictures = new PictureSections(contents, wording);
    AssetTableSection tables =
        new AssetTableSection(contents, wording, register, WaySection.none(wording));
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(new CoverageSection(contents, wording).section());
    chapters.add(new AskedSection(contents, wording).section());
    chapters.add(tables.assets(false));
    chapters.add(new CauseSection(contents, wording, register).section());
    chapters.add(new RemedySection(contents, wording).section());
    chapters.add(pictures.risk());
    separation(chapters);
    floors(chapters);
    chapters.add(pictures.ownership(new MakerSection(contents, wording).table(), FEW_CHAINS));
    biometric(chapters);
    review(chapters, false);
    chapters.add(new ClosingSections(contents, order, wording).method());
    return chapters;
  }

  private List<Chapter> technical() {
    EvidenceRegister register = new EvidenceRegister(contents.assessment());
    WaySection ways = new WaySection(contents, wording);
    WaySection named = order.audience() == Audience.PUBLIC ? WaySection.none(wording) : ways;
    PictureSections pictures = new PictureSections(contents, wording);
    AssetTableSection tables = new AssetTableSection(contents, wording, register, named);
    ClosingSections closing = new ClosingSections(contents, order, wording);
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(new CoverageSection(contents, wording).section());
    chapters.add(new AskedSection(contents, wording).section());
    chapters.add(tables.assets(true));
    chapters.add(new CauseSection(contents, wording, register).section());
    chapters.add(ways.section());
    chapters.add(new ExposureSection(contents, wording, register).section());
    chapters.add(new WaysOutSection(contents, wording).section());
    chapters.add(new RemedySection(contents, wording).section());
    chapters.add(pictures.risk());
    separation(chapters);
    floors(chapters);
    biometric(chapters);
    review(chapters, true);
    chapters.add(tables.others());
    chapters.add(pictures.ownership(new MakerSection(contents, wording).table(), MANY_CHAINS));
    chapters.add(closing.controls());
    chapters.add(closing.evidence(register));
    chapters.add(new DecisiveSection(contents, wording, register).section());
    chapters.add(closing.method());
    return chapters;
  }

  private void separation(List<Chapter> chapters) {
    contents
        .seen()
        .separation()
        .ifPresent(matrix -> chapters.add(new SeparationSection(matrix, wording).section()));
  }

  private void floors(List<Chapter> chapters) {
    contents
        .seen()
        .floors()
        .filter(floors -> !floors.plan().floors().isEmpty())
        .ifPresent(
            floors ->
                chapters.add(
                    new Chapter("floors", wording.say("floor.chapter"), floors.content(wording))));
  }

  private void review(List<Chapter> chapters, boolean isWhole) {
    contents
        .said()
        .review()
        .ifPresent(
            review ->
                chapters.add(
                    new ReviewSection(review, contents.edition().pack(), wording)
                        .section(isWhole)));
  }

  private void biometric(List<Chapter> chapters) {
    if (!contents.said().biometric().isEmpty()) {
      chapters.add(new BiometricSection(contents.said().biometric(), wording).section());
    }
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
