package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.Finding;
import lenswacht.assessment.OtherAsset;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.observation.Coverage;
import lenswacht.observation.MacAddress;
import lenswacht.report.content.LeftOut;
import lenswacht.report.sheet.Sheet;

/// A case as tables for a spreadsheet: a row for each asset, finding, remedy and range that was
/// looked at, and what every column means. What is not determined says so.
public final class CaseSheets {
  private final ReportContents contents;
  private final Wording wording;
  private final Telling telling;
  private final Redaction redaction;
  private final EvidenceRegister register;

  /// Tells of `contents` as `order` wants it.
  public CaseSheets(ReportContents contents, ReportOrder order) {
    this.contents = contents;
    this.wording = new Wording(order.language(), contents.edition().pack());
    this.telling = new Telling(contents, order);
    this.redaction = new Redaction(contents, order.audience(), wording);
    this.register = new EvidenceRegister(contents.assessment());
  }

  /// What the readers are not told, once the tables were made.
  public LeftOut leftOut() {
    return redaction.leftOut();
  }

  /// What keeps it from them.
  public Redaction redaction() {
    return redaction;
  }

  /// The tables; the last one says what the columns of the others mean.
  public List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    for (Sheet sheet : List.of(assets(), findings(), remedies(), coverage())) {
      sheets.add(sheet.rewritten(redaction::of));
    }
    sheets.add(dictionary(sheets));
    return sheets;
  }

  private Sheet sheet(String id, List<List<Sheet.Value>> rows, String... columns) {
    List<Sheet.Column> named = new ArrayList<>();
    for (String column : columns) {
      int at = column.indexOf(':');
      String key = "sheet." + id + "." + column.substring(0, at);
      named.add(
          new Sheet.Column(
              wording.say(key),
              wording.say(key + ".means"),
              Integer.parseInt(column.substring(at + 1))));
    }
    return new Sheet(id, wording.say("sheet." + id), named, rows);
  }

  private Sheet assets() {
    List<List<Sheet.Value>> rows = new ArrayList<>();
    for (RatedAsset asset : contents.assessment().assets()) {
      List<Sheet.Value> row =
          new ArrayList<>(who(asset.address(), asset.mac(), asset.identification()));
      row.add(text(telling.level(asset.espionage())));
      row.add(text(telling.level(asset.privacy())));
      row.add(new Sheet.Amount(Math.round(asset.coverage() * 100)));
      row.add(
          text(
              asset.findings().stream()
                  .map(Finding::rule)
                  .distinct()
                  .collect(Collectors.joining(" "))));
      row.add(
          text(
              asset.advisories().stream()
                  .filter(AdvisoryAnswer::isConfirmed)
                  .map(AdvisoryAnswer::cve)
                  .distinct()
                  .collect(Collectors.joining(" "))));
      row.add(text(wording.say("exposure.brief", asset.exposure().level())));
      rows.add(row);
    }
    for (OtherAsset other : contents.assessment().others()) {
      List<Sheet.Value> row =
          new ArrayList<>(who(other.address(), other.mac(), other.identification()));
      String none = wording.say("level.not-rated");
      row.addAll(List.of(text(none), text(none), text(none), text(none), text(none), text(none)));
      rows.add(row);
    }
    return sheet(
        "assets",
        rows,
        "address:28",
        "hardware:20",
        "kind:24",
        "label:18",
        "maker:18",
        "model:22",
        "firmware:22",
        "built:12",
        "serial:20",
        "sure:14",
        "espionage:22",
        "privacy:22",
        "known:10",
        "rules:24",
        "confirmed:24",
        "reach:24");
  }

  private List<Sheet.Value> who(
      String address, Optional<MacAddress> mac, Identification identification) {
    ProductIdentity identity = identification.identity();
    return List.of(
        text(address),
        known(mac.map(MacAddress::toString)),
        text(wording.say("kind", identity.kind())),
        known(identity.brand()),
        known(identity.maker()),
        known(identity.model()),
        known(identity.firmware()),
        identity.buildDate().<Sheet.Value>map(Sheet.Day::new).orElseGet(this::open),
        known(identification.conclusion(Claim.Attribute.SERIAL).map(serial -> serial.value())),
        text(wording.say("confidence", identification.confidence())));
  }

  private Sheet findings() {
    List<List<Sheet.Value>> rows = new ArrayList<>();
    for (RatedAsset asset : contents.assessment().assets()) {
      for (Finding finding : asset.findings()) {
        rows.add(
            List.of(
                text(asset.address()),
                text(finding.rule()),
                text(wording.say("severity", finding.severity())),
                text(
                    finding.axes().stream()
                        .map(axis -> wording.say("axis", axis))
                        .collect(Collectors.joining(", "))),
                text(telling.sentence(finding)),
                text(finding.clause()),
                text(register.references(finding.evidence())),
                text(
                    finding.answers().stream()
                        .map(field -> wording.sentence("field." + field, Map.of()))
                        .collect(Collectors.joining(" "))),
                text(telling.confidence(asset)),
                text(wording.sentence(finding.acceptableIf(), finding.parameters()))));
      }
    }
    return sheet(
        "findings",
        rows,
        "address:28",
        "rule:8",
        "severity:12",
        "axis:16",
        "sentence:60",
        "clause:26",
        "evidence:20",
        "answers:50",
        "sure:14",
        "acceptable:60");
  }

  private Sheet remedies() {
    RemedySection section = new RemedySection(contents, wording);
    List<List<Sheet.Value>> rows = new ArrayList<>();
    for (RemedySection.Advised advised : section.advised()) {
      rows.add(
          List.of(
              text(advised.remedy().id()),
              text(advised.remedy().title(wording.language())),
              text(String.join(" ", advised.takesAway())),
              new Sheet.Amount(advised.addresses().size()),
              text(String.join(" ", advised.addresses())),
              text(section.state(advised)),
              text(section.owner(advised)),
              advised
                  .word()
                  .flatMap(RemedyWord::due)
                  .<Sheet.Value>map(Sheet.Day::new)
                  .orElse(text(wording.say("remedies.due.open"))),
              advised
                  .word()
                  .map(RemedyWord::at)
                  .<Sheet.Value>map(Sheet.Moment::new)
                  .orElse(text("–"))));
    }
    return sheet(
        "remedies",
        rows,
        "remedy:10",
        "what:60",
        "takes-away:20",
        "count:10",
        "addresses:40",
        "state:22",
        "owner:26",
        "due:14",
        "said:20");
  }

  private Sheet coverage() {
    List<List<Sheet.Value>> rows = new ArrayList<>();
    for (Coverage.Segment segment : contents.coverage().map(Coverage::segments).orElse(List.of())) {
      rows.add(
          List.of(
              text(segment.range().toString()),
              text(wording.say("vantage", segment.vantage())),
              new Sheet.Amount(segment.addresses()),
              new Sheet.Amount(segment.answered().size()),
              new Sheet.Amount(segment.refused().size()),
              new Sheet.Amount(segment.silent().size()),
              new Sheet.Amount(segment.untold().size()),
              new Sheet.Amount(segment.missed()),
              text(
                  segment.missing().keySet().stream()
                      .map(reason -> wording.say("omission", reason))
                      .collect(Collectors.joining("; ")))));
    }
    return sheet(
        "coverage",
        rows,
        "range:24",
        "vantage:36",
        "addresses:12",
        "answered:12",
        "refused:12",
        "silent:12",
        "untold:12",
        "missed:12",
        "why:50");
  }

  private Sheet dictionary(List<Sheet> sheets) {
    List<List<Sheet.Value>> rows = new ArrayList<>();
    for (Sheet sheet : sheets) {
      for (Sheet.Column column : sheet.columns()) {
        rows.add(List.of(text(sheet.name()), text(column.heading()), text(column.meaning())));
      }
    }
    LeftOut left = redaction.leftOut();
    left.counts()
        .forEach(
            (kind, count) ->
                rows.add(
                    List.of(
                        text(wording.say("left-out.title")),
                        text(wording.say("left-out.kind", kind)),
                        text(wording.number(count)))));
    return sheet("dictionary", rows, "sheet:18", "column:26", "meaning:90");
  }

  private Sheet.Value known(Optional<String> value) {
    return value.<Sheet.Value>map(Sheet.Text::new).orElseGet(this::open);
  }

  private Sheet.Value open() {
    return text(wording.say("not-determined"));
  }

  private static Sheet.Value text(String text) {
    return new Sheet.Text(text);
  }
}
