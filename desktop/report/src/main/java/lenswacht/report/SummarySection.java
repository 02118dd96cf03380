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

  Html html() {
    Assessment assessment = contents.assessment();
    List<Html> parts = new ArrayList<>();
    parts.add(Html.element("h1", wording.say("title")));
    parts.add(Html.element("p", assessment.site()).of("site"));
    parts.add(wording.paragraph("title.kind").of("kind"));
    parts.add(Tables.pairs(particulars()));
    parts.add(Html.element("h2", wording.say("summary.levels")).of("plain"));
    if (assessment.assets().isEmpty()) {
      parts.add(wording.paragraph("summary.nothing").of("notice"));
      parts.add(wording.paragraph("summary.nothing.meaning"));
    } else {
      parts.add(levels(assessment));
      parts.add(wording.paragraph("summary.levels.rule"));
      parts.add(Html.element("h2", wording.say("summary.distribution")).of("plain"));
      parts.add(distribution(assessment));
    }
    parts.add(wording.paragraph("summary.read-limits").of("notice"));
    return Html.element("div", parts).of("cover");
  }

  private List<List<Html>> particulars() {
    List<List<Html>> rows = new ArrayList<>();
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
    rows.add(
        Tables.row(
            wording.say("summary.marking"),
            wording.say("summary.marking.proposed", order.marking())));
    rows.add(Tables.row(wording.say("summary.printed"), wording.moment(order.printedAt())));
    rows.add(Tables.row(wording.say("summary.edition"), contents.edition().id()));
    return rows;
  }

  private Html levels(Assessment assessment) {
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

  private List<Html> axis(Axis axis, Optional<Interval> level, Assessment assessment) {
    List<String> drivers = assessment.drivenBy().getOrDefault(axis, List.of());
    String named = String.join(", ", drivers.stream().limit(MOST_DRIVERS).toList());
    return List.of(
        Html.several(
            Html.element("strong", wording.say("axis", axis)),
            Html.element("br"),
            Html.text(wording.say("axis.question", axis))),
        Html.element("div", mark.of(level)).of("big"),
        Html.text(
            drivers.size() > MOST_DRIVERS
                ? wording.say("list.more", named, drivers.size() - MOST_DRIVERS)
                : named));
  }

  private Html distribution(Assessment assessment) {
    List<List<Html>> rows = new ArrayList<>();
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

  private Html count(Assessment assessment, Level level, Function<RatedAsset, Interval> axis) {
    return Html.text(
        wording.number(
            assessment.assets().stream()
                .filter(asset -> axis.apply(asset).worst() == level)
                .count()));
  }
}
