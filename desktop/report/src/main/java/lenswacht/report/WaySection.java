package lenswacht.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lenswacht.assessment.Axis;
import lenswacht.assessment.FactorReading;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// The whole way from what was found to the two levels of each asset, in a short notation, so that
/// an auditor can walk it again by hand. Assets that went the same way share a row.
final class WaySection {
  private static final int NAMED = 3;
  private static final int FACTOR_PREFIX = 2;

  private final Wording wording;
  private final LevelMark mark;
  private final List<Way> espionage;
  private final List<Way> privacy;
  private final Map<Rating, String> names = new HashMap<>();

  WaySection(ReportContents contents, Wording wording) {
    this.wording = wording;
    this.mark = new LevelMark(wording);
    this.espionage = Way.of(contents.assessment().assets(), RatedAsset::espionage);
    this.privacy = Way.of(contents.assessment().assets(), RatedAsset::privacy);
    name(espionage);
    name(privacy);
  }

  private WaySection(Wording wording) {
    this.wording = wording;
    this.mark = new LevelMark(wording);
    this.espionage = List.of();
    this.privacy = List.of();
  }

  /// No ways, for a paper that does not tell them.
  static WaySection none(Wording wording) {
    return new WaySection(wording);
  }

  private void name(List<Way> ways) {
    int number = 0;
    for (Way way : ways) {
      number++;
      names.put(way.rating(), wording.say("way.letter", way.rating().axis()) + number);
    }
  }

  /// The name of the row that tells how a rating came about, for example `P3`.
  String name(Rating rating) {
    return names.getOrDefault(rating, "");
  }

  /// Where that row is found in the document.
  static String anchor(String name) {
    return "way-" + name;
  }

  Chapter section() {
    List<Content> parts = new ArrayList<>();
    if (espionage.isEmpty()) {
      parts.add(wording.paragraph("way.none"));
    } else {
      parts.add(wording.paragraph("way.legend"));
      parts.add(notation());
      parts.addAll(axis(Axis.ESPIONAGE, espionage));
      parts.addAll(axis(Axis.PRIVACY, privacy));
    }
    return new Chapter("ways", wording.say("way.title"), Content.several(parts));
  }

  private Content notation() {
    String levels =
        List.of(Level.values()).stream()
            .map(
                level ->
                    level.number()
                        + " "
                        + wording.say("level", level).toLowerCase(wording.language()))
            .collect(Collectors.joining(", "));
    return Tables.pairs(
        List.of(
            Tables.row(wording.say("way.levels"), levels + wording.say("way.levels.range")),
            Tables.row(wording.say("way.rules"), wording.say("way.rules.meaning")),
            Tables.row(wording.say("way.look-up"), wording.say("way.look-up.meaning")),
            Tables.row(wording.say("way.decided"), wording.say("way.decided.meaning"))));
  }

  private List<Content> axis(Axis axis, List<Way> ways) {
    List<String> factors =
        ways.stream()
            .flatMap(way -> way.rating().factors().stream())
            .map(FactorReading::factor)
            .distinct()
            .toList();
    List<String> headings = new ArrayList<>();
    headings.add(wording.say("way.assets"));
    factors.forEach(factor -> headings.add(brief(factor)));
    headings.add(wording.say("way.steps"));
    String explained =
        factors.stream()
            .map(factor -> brief(factor) + " " + wording.sentence("factor." + factor, Map.of()))
            .collect(Collectors.joining("; "));
    return List.of(
        Content.heading(3, wording.say("axis", axis)),
        Content.paragraph(Content.Role.LINE, Content.text(explained + ".")),
        Tables.table("ways", headings, ways.stream().map(way -> row(way, factors)).toList()));
  }

  private static String brief(String factor) {
    return factor.length() > FACTOR_PREFIX && factor.charAt(1) == '_'
        ? factor.substring(FACTOR_PREFIX)
        : factor;
  }

  private List<Content> row(Way way, List<String> factors) {
    Rating rating = way.rating();
    String name = name(rating);
    List<Content> cells = new ArrayList<>();
    cells.add(
        Content.several(
            new Content.Place(anchor(name), Content.strong(name)),
            Content.text(" "),
            mark.of(rating.level().worst()),
            Content.lineBreak(),
            Content.text(assets(way.assets()))));
    Map<String, FactorReading> readings =
        rating.factors().stream()
            .collect(Collectors.toMap(FactorReading::factor, reading -> reading, (a, b) -> a));
    for (String factor : factors) {
      FactorReading reading = readings.get(factor);
      cells.add(reading == null ? Content.text("–") : cell(reading));
    }
    cells.add(Content.text(steps(rating)));
    return cells;
  }

  private String assets(List<RatedAsset> assets) {
    String named =
        assets.stream().limit(NAMED).map(RatedAsset::address).collect(Collectors.joining(", "));
    return assets.size() > NAMED
        ? wording.say("list.more", named, wording.number(assets.size() - NAMED))
        : named;
  }

  private static Content cell(FactorReading reading) {
    StringBuilder rules = new StringBuilder();
    reading.fired().forEach(rule -> rules.append(' ').append(rule));
    reading.open().forEach(rule -> rules.append(' ').append(rule).append('?'));
    return Content.several(Content.strong(digits(reading.level())), Content.text(rules.toString()));
  }

  private String steps(Rating rating) {
    String steps =
        rating.steps().stream()
            .map(
                step ->
                    step.table()
                        + "("
                        + digits(step.row())
                        + "|"
                        + digits(step.column())
                        + ")="
                        + digits(step.outcome()))
            .collect(Collectors.joining("; "));
    return rating.decidedBy().isEmpty()
        ? steps
        : wording.say("way.steps.decided", steps, String.join(" ", rating.decidedBy()));
  }

  /// `3`, or `1–3`.
  private static String digits(Interval level) {
    return level.isExact()
        ? String.valueOf(level.worst().number())
        : level.best().number() + "–" + level.worst().number();
  }
}
