package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Axis;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Visit;
import lenswacht.observation.Coverage;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// One page for who decides: limits and coverage, the answers to the questions that were asked, the
/// two levels with what drives them, the gravest findings, and what to do.
final class PagePaper {
  private static final int DRIVERS = 4;
  private static final int FINDINGS = 3;
  private static final int REMEDIES = 3;
  private static final int LONGEST_SITE = 90;

  private final ReportContents contents;
  private final ReportOrder order;
  private final Wording wording;
  private final LevelMark mark;

  PagePaper(ReportContents contents, ReportOrder order, Wording wording) {
    this.contents = contents;
    this.order = order;
    this.wording = wording;
    this.mark = new LevelMark(wording);
  }

  /// What stands before the first chapter.
  Content opening() {
    String site = contents.assessment().site();
    return Content.several(
        Content.heading(
            1, site.length() > LONGEST_SITE ? site.substring(0, LONGEST_SITE) + "…" : site),
        Content.paragraph(
            Content.Role.KIND,
            Content.text(
                wording.say(
                    "page.kind",
                    wording.say("title.kind"),
                    visited(),
                    wording.say(order.draft() ? "status.draft" : "status.determined")))),
        Content.paragraph(Content.Role.NOTICE, Content.text(limits())));
  }

  List<Chapter> chapters() {
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(asked());
    chapters.add(new Chapter("levels", wording.say("summary.levels"), levels()));
    chapters.add(new Chapter("findings", wording.say("page.findings"), findings()));
    chapters.add(new Chapter("remedies", wording.say("page.remedies"), remedies()));
    return chapters;
  }

  private String visited() {
    return contents.visits().isEmpty()
        ? wording.say("summary.visit.none")
        : contents.visits().stream()
            .map(Visit::started)
            .map(moment -> wording.day(moment.atOffset(java.time.ZoneOffset.UTC).toLocalDate()))
            .distinct()
            .limit(2)
            .collect(Collectors.joining(", "));
  }

  private String limits() {
    long looked =
        contents.coverage().stream()
            .flatMap(coverage -> coverage.segments().stream())
            .mapToLong(Coverage.Segment::looked)
            .filter(count -> count < CoverageTale.HUGE)
            .sum();
    long missed =
        contents.coverage().stream()
            .flatMap(coverage -> coverage.segments().stream())
            .mapToLong(Coverage.Segment::missed)
            .filter(count -> count < CoverageTale.HUGE)
            .sum();
    return contents.coverage().isEmpty()
        ? wording.say("page.limits.none")
        : wording.say("page.limits", wording.number(looked), wording.number(missed));
  }

  private Chapter asked() {
    return new Chapter(
        "asked",
        wording.say("asked.title"),
        Tables.table(
            "asked",
            List.of(wording.say("asked.question"), wording.say("asked.answer")),
            new AskedSection(contents, wording)
                .asked().stream()
                    .map(asked -> Tables.row(asked.question(), asked.inBrief()))
                    .toList()));
  }

  private Content levels() {
    Assessment assessment = contents.assessment();
    if (assessment.assets().isEmpty()) {
      return wording.paragraph("summary.nothing.meaning");
    }
    return Tables.table(
        "levels",
        List.of(
            wording.say("summary.axis"),
            wording.say("summary.level"),
            wording.say("summary.driven-by")),
        List.of(
            axis(Axis.ESPIONAGE, assessment.espionage()),
            axis(Axis.PRIVACY, assessment.privacy())));
  }

  private List<Content> axis(Axis axis, Optional<Interval> level) {
    List<String> drivers = contents.assessment().drivenBy().getOrDefault(axis, List.of());
    String named = drivers.stream().limit(DRIVERS).collect(Collectors.joining(", "));
    return List.of(
        Content.strong(wording.say("axis", axis)),
        mark.of(level),
        Content.text(
            drivers.size() > DRIVERS
                ? wording.say("list.more", named, wording.number(drivers.size() - DRIVERS))
                : named));
  }

  private Content findings() {
    List<Cause> causes = Cause.of(contents.assessment());
    if (causes.isEmpty()) {
      return wording.paragraph("findings.no-rule");
    }
    CauseSection told =
        new CauseSection(contents, wording, new EvidenceRegister(contents.assessment()));
    int all = contents.assessment().assets().size();
    List<List<Content>> rows = new ArrayList<>();
    causes.stream()
        .limit(FINDINGS)
        .forEach(
            cause ->
                rows.add(
                    List.of(
                        mark.of(cause.severity()),
                        Content.several(
                            Content.text(told.sentence(cause)),
                            Content.lineBreak(),
                            Content.words(told.acceptable(cause), Content.Voice.SMALL)),
                        Content.text(
                            wording.say(
                                "known.of",
                                wording.number(cause.seen().size()),
                                wording.number(all))))));
    return Content.several(
        Tables.table(
            "brief",
            List.of(
                wording.say("findings.severity"),
                wording.say("findings.sentence"),
                wording.say("findings.assets")),
            rows),
        causes.size() > FINDINGS
            ? wording.paragraph("page.findings.more", wording.number(causes.size() - FINDINGS))
            : Content.nothing());
  }

  private Content remedies() {
    RemedySection section = new RemedySection(contents, wording);
    List<RemedySection.Advised> advised = section.advised();
    if (advised.isEmpty()) {
      return wording.paragraph("remedies.none");
    }
    return Tables.table(
        "brief4",
        List.of(
            wording.say("remedies.what"),
            wording.say("remedies.assets"),
            wording.say("remedies.owner"),
            wording.say("remedies.due")),
        advised.stream()
            .limit(REMEDIES)
            .map(
                one ->
                    Tables.row(
                        one.remedy().title(wording.language()),
                        wording.number(one.addresses().size()),
                        section.owner(one),
                        section.due(one)))
            .toList());
  }
}
