package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.Visit;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Coverage;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// What was looked at, what was not, how much is known, and what the report does not say. Stands
/// before any finding.
final class CoverageSection {
  private static final int MOST_RANGES = 60;
  private static final int LIMITS = 9;

  private final ReportContents contents;
  private final Wording wording;

  CoverageSection(ReportContents contents, Wording wording) {
    this.contents = contents;
    this.wording = wording;
  }

  Chapter section() {
    List<Content> parts = new ArrayList<>();
    if (contents.visits().isEmpty()) {
      parts.add(wording.notice("coverage.no-visit"));
    }
    contents.coverage().ifPresent(coverage -> parts.addAll(told(coverage)));
    for (Visit visit : contents.visits()) {
      parts.add(Content.heading(3, wording.say("coverage.visit", visit.run())));
      parts.add(Tables.pairs(done(visit)));
    }
    parts.add(Content.heading(3, wording.say("coverage.known")));
    parts.add(known(contents.assessment()));
    parts.add(Content.heading(3, wording.say("coverage.does-not-say")));
    List<Content> limits = new ArrayList<>();
    for (int i = 1; i <= LIMITS; i++) {
      limits.add(Content.text(wording.say("limit." + i)));
    }
    parts.add(new Content.Listing(limits));
    return new Chapter("coverage", wording.say("coverage.title"), Content.several(parts));
  }

  /// What was looked at and what was not, in all visits together.
  private List<Content> told(Coverage coverage) {
    List<Content> parts = new ArrayList<>();
    for (CoverageTale.Chapter chapter : new CoverageTale(wording).tell(coverage)) {
      parts.add(
          Content.group(
              List.of(
                  Content.heading(3, chapter.title()),
                  Tables.pairs(
                      chapter.lines().stream()
                          .map(line -> Tables.row(line.name(), line.text()))
                          .toList()))));
    }
    return parts;
  }

  private List<List<Content>> done(Visit visit) {
    List<List<Content>> rows = new ArrayList<>();
    rows.add(
        Tables.row(
            wording.say("coverage.allowed"),
            wording.say(
                "coverage.allowed.period",
                ranges(visit.mandate().scope().ranges()),
                wording.moment(visit.mandate().from()),
                wording.moment(visit.mandate().until()),
                wording.say("intrusiveness", visit.mandate().intrusiveness()))));
    if (!visit.mandate().scope().exclusions().isEmpty()) {
      rows.add(
          Tables.row(
              wording.say("coverage.excluded"), ranges(visit.mandate().scope().exclusions())));
    }
    rows.add(Tables.row(wording.say("coverage.questions"), wording.number(visit.questions())));
    rows.add(
        Tables.row(
            wording.say("coverage.period"),
            wording.moment(visit.started())
                + " – "
                + visit.ended().map(wording::moment).orElse(wording.say("visit.broken-off"))));
    rows.add(
        Tables.row(
            wording.say("coverage.outcome"),
            visit
                .outcome()
                .map(outcome -> wording.say("outcome", outcome))
                .orElse(wording.say("outcome.none"))));
    rows.add(
        Tables.row(
            wording.say("coverage.device"),
            wording.say("coverage.device.program", visit.device(), visit.program())));
    rows.add(
        List.of(
            Content.text(wording.say("coverage.journal")),
            Content.several(
                Content.text(
                    wording.say("coverage.journal.lines", wording.number(visit.journalLines()))),
                Content.lineBreak(),
                Content.code(visit.journalHash()))));
    rows.add(
        List.of(
            Content.text(wording.say("coverage.mandate-hash")), Content.code(visit.mandateHash())));
    return rows;
  }

  private String ranges(List<AddressRange> ranges) {
    String named =
        ranges.stream()
            .limit(MOST_RANGES)
            .map(AddressRange::toString)
            .collect(Collectors.joining(", "));
    return ranges.size() > MOST_RANGES
        ? wording.say("list.more", named, wording.number(ranges.size() - MOST_RANGES))
        : named;
  }

  /// How much of what the model wants to know was known, and how often it was not.
  private Content known(Assessment assessment) {
    long missed =
        contents.coverage().stream()
            .flatMap(coverage -> coverage.segments().stream())
            .mapToLong(Coverage.Segment::missed)
            .filter(count -> count < CoverageTale.HUGE)
            .sum();
    List<List<Content>> rows = new ArrayList<>();
    rows.add(Tables.row(wording.say("known.rated"), wording.number(assessment.assets().size())));
    rows.add(Tables.row(wording.say("known.others"), wording.number(assessment.others().size())));
    rows.add(Tables.row(wording.say("known.not-looked-at"), wording.number(missed)));
    rows.add(open(assessment, "known.maker", asset -> identity(asset).maker().isEmpty()));
    rows.add(open(assessment, "known.model", asset -> identity(asset).model().isEmpty()));
    rows.add(open(assessment, "known.firmware", asset -> identity(asset).firmware().isEmpty()));
    rows.add(open(assessment, "known.espionage", asset -> !asset.espionage().level().isExact()));
    rows.add(open(assessment, "known.privacy", asset -> !asset.privacy().level().isExact()));
    rows.add(
        Tables.row(
            wording.say("known.controls"),
            wording.say(
                "known.of",
                wording.number(
                    assessment.controls().values().stream()
                        .filter(verdict -> verdict == Verdict.NOT_DETERMINED)
                        .count()),
                wording.number(assessment.controls().size()))));
    if (!assessment.assets().isEmpty()) {
      double[] shares =
          assessment.assets().stream().mapToDouble(RatedAsset::coverage).sorted().toArray();
      rows.add(
          Tables.row(
              wording.say("known.share"),
              wording.say(
                  "known.share.spread",
                  wording.percent(shares[shares.length / 2]),
                  wording.percent(shares[0]),
                  wording.percent(shares[shares.length - 1]))));
    }
    return Tables.pairs(rows);
  }

  private List<Content> open(Assessment assessment, String key, Predicate<RatedAsset> isOpen) {
    return Tables.row(
        wording.say(key),
        wording.say(
            "known.of",
            wording.number(assessment.assets().stream().filter(isOpen).count()),
            wording.number(assessment.assets().size())));
  }

  private static ProductIdentity identity(RatedAsset asset) {
    return asset.identification().identity();
  }
}
