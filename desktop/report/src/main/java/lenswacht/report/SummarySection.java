package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Axis;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Visit;
import lenswacht.report.content.Content;

/// The first page: what, where, under whose mandate, and the two levels of the site apart.
final class SummarySection {
  private static final int MOST_DRIVERS = 12;

  private final ReportContents contents;
  private final ReportOrder order;
  private final Wording wording;
  private final LevelMark mark;

  SummarySection(ReportContents contents, ReportOrder order, Wording wording) {
    this.contents = contents;
    this.order = order;
    this.wording = wording;
    this.mark = new LevelMark(wording);
  }

  Content opening() {
    Assessment assessment = contents.assessment();
    List<Content> parts = new ArrayList<>();
    parts.add(Content.heading(1, wording.say("title", order.kind())));
    parts.add(Content.paragraph(Content.Role.SITE, Content.text(assessment.site())));
    parts.add(Content.paragraph(Content.Role.KIND, Content.text(wording.say("title.kind"))));
    parts.add(Tables.pairs(particulars()));
    parts.add(Content.heading(2, wording.say("summary.levels")));
    if (assessment.assets().isEmpty()) {
      parts.add(wording.notice("summary.nothing"));
      parts.add(wording.paragraph("summary.nothing.meaning"));
    } else {
      parts.add(levels(assessment));
      parts.add(wording.paragraph("summary.levels.rule"));
      parts.add(Content.heading(2, wording.say("summary.distribution")));
      parts.add(distribution(assessment));
    }
    parts.add(wording.notice("summary.read-limits"));
    return Content.several(parts);
  }

  private List<List<Content>> particulars() {
    List<List<Content>> rows = new ArrayList<>();
    rows.add(Tables.row(wording.say("summary.site"), contents.assessment().site()));
    for (Visit visit : contents.visits()) {
      rows.add(
          Tables.row(
              wording.say("summary.visit"),
              wording.moment(visit.started())
                  + " – "
                  + visit.ended().map(wording::moment).orElse(wording.say("visit.broken-off"))));
      rows.add(
          Tables.row(
              wording.say("summary.mandate"),
              wording.say("summary.mandate.by", visit.mandate().id(), visit.mandate().issuedBy())));
    }
    if (contents.visits().isEmpty()) {
      rows.add(Tables.row(wording.say("summary.visit"), wording.say("summary.visit.none")));
    }
    rows.add(
        Tables.row(
            wording.say("summary.status"),
            wording.say(order.draft() ? "status.draft" : "status.determined")));
    rows.add(Tables.row(wording.say("summary.marking"), order.marking().told(wording)));
    rows.add(Tables.row(wording.say("summary.printed"), wording.moment(order.printedAt())));
    rows.add(Tables.row(wording.say("summary.edition"), contents.edition().id()));
    return rows;
  }

  private Content levels(Assessment assessment) {
    return Tables.table(
        "levels",
        List.of(
            wording.say("summary.axis"),
            wording.say("summary.level"),
            wording.say("summary.driven-by")),
        List.of(
            axis(Axis.ESPIONAGE, assessment.espionage(), assessment),
            axis(Axis.PRIVACY, assessment.privacy(), assessment)));
  }

  private List<Content> axis(Axis axis, Optional<Interval> level, Assessment assessment) {
    List<String> drivers = assessment.drivenBy().getOrDefault(axis, List.of());
    String named = String.join(", ", drivers.stream().limit(MOST_DRIVERS).toList());
    return List.of(
        Content.several(
            Content.strong(wording.say("axis", axis)),
            Content.lineBreak(),
            Content.text(wording.say("axis.question", axis))),
        Content.paragraph(Content.Role.HEADLINE, mark.of(level)),
        Content.text(
            drivers.size() > MOST_DRIVERS
                ? wording.say("list.more", named, drivers.size() - MOST_DRIVERS)
                : named));
  }

  private Content distribution(Assessment assessment) {
    List<List<Content>> rows = new ArrayList<>();
    for (Level level : List.of(Level.values()).reversed()) {
      rows.add(
          List.of(
              mark.of(level),
              count(assessment, level, asset -> asset.espionage().level()),
              count(assessment, level, asset -> asset.privacy().level())));
    }
    return Tables.table(
        "distribution",
        List.of(
            wording.say("summary.level"),
            wording.say("axis", Axis.ESPIONAGE),
            wording.say("axis", Axis.PRIVACY)),
        rows);
  }

  private Content count(Assessment assessment, Level level, Function<RatedAsset, Interval> axis) {
    return Content.text(
        wording.number(
            assessment.assets().stream()
                .filter(asset -> axis.apply(asset).worst() == level)
                .count()));
  }
}
