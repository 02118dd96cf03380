package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lenswacht.assessment.FactorReading;
import lenswacht.assessment.Finding;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;
import lenswacht.fingerprint.ProductIdentity;

/// What was found on each asset, and the whole way from there to its two levels, so that an auditor
/// can walk it again by hand.
final class AssetChapters {
  private final ReportContents contents;
  private final Wording wording;
  private final LevelMark mark;
  private final EvidenceRegister register;

  AssetChapters(ReportContents contents, Wording wording, EvidenceRegister register) {
    this.contents = contents;
    this.wording = wording;
    this.mark = new LevelMark(wording);
    this.register = register;
  }

  /// Where the chapter of an asset is found in the document.
  static String anchor(RatedAsset asset) {
    return "asset-" + asset.address().replaceAll("[^0-9a-zA-Z]", "-");
  }

  Section section() {
    List<Html> chapters = new ArrayList<>();
    if (contents.assessment().assets().isEmpty()) {
      chapters.add(wording.paragraph("findings.none"));
    } else {
      chapters.add(wording.paragraph("findings.legend"));
    }
    contents.assessment().assets().forEach(asset -> chapters.add(chapter(asset)));
    return new Section("findings", wording.say("findings.title"), Html.several(chapters));
  }

  private Html chapter(RatedAsset asset) {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.element("h3", title(asset)).with("id", anchor(asset)));
    parts.add(
        Html.element(
                "p",
                Html.text(wording.say("axis.ESPIONAGE") + ": "),
                mark.of(asset.espionage().level()),
                Html.text(" · " + wording.say("axis.PRIVACY") + ": "),
                mark.of(asset.privacy().level()),
                Html.text(
                    " · " + wording.say("findings.coverage", wording.percent(asset.coverage()))))
            .of("line"));
    if (asset.findings().isEmpty()) {
      parts.add(wording.paragraph("findings.asset.none"));
    } else {
      parts.add(findings(asset));
    }
    parts.add(Html.element("h4", wording.say("trace.title")));
    parts.add(trace(asset.espionage()));
    parts.add(trace(asset.privacy()));
    return Html.element("div", parts).of("chapter");
  }

  private String title(RatedAsset asset) {
    ProductIdentity identity = asset.identification().identity();
    String name =
        identity
            .brand()
            .or(identity::maker)
            .map(brand -> identity.model().map(model -> brand + " " + model).orElse(brand))
            .or(identity::model)
            .orElse(wording.say("findings.unnamed"));
    return asset.address() + " – " + wording.say("kind", identity.kind()) + ", " + name;
  }

  private Html findings(RatedAsset asset) {
    List<List<Html>> rows = new ArrayList<>();
    for (Finding finding : asset.findings()) {
      rows.add(
          List.of(
              Html.text(finding.rule()),
              mark.of(finding.severity()),
              Html.several(
                  Html.text(wording.sentence(finding.text(), finding.parameters())),
                  Html.element("br"),
                  Html.element(
                          "span", wording.sentence(finding.acceptableIf(), finding.parameters()))
                      .of("small")),
              Html.text(finding.clause()),
              register.references(finding.evidence(), wording.say("findings.no-evidence"))));
    }
    return Tables.table(
        "findings",
        List.of(
            wording.say("findings.rule"),
            wording.say("findings.severity"),
            wording.say("findings.sentence"),
            wording.say("findings.clause"),
            wording.say("findings.evidence")),
        rows);
  }

  private Html trace(Rating rating) {
    List<Html> lines = new ArrayList<>();
    rating.factors().forEach(reading -> lines.add(Html.element("li", line(reading))));
    rating.steps().forEach(step -> lines.add(Html.element("li", line(step))));
    if (!rating.decidedBy().isEmpty()) {
      lines.add(Html.element("li", wording.say("trace.decided", joined(rating.decidedBy()))));
    }
    return lines.isEmpty()
        ? Html.nothing()
        : Html.several(
            Html.element("p", wording.say("axis", rating.axis())).of("axis"),
            Html.element("ul", lines).of("trace"));
  }

  private String line(FactorReading reading) {
    String name = wording.sentence("factor." + reading.factor(), Map.of());
    String fired =
        reading.fired().isEmpty()
            ? wording.say("trace.base")
            : wording.say("trace.fired", joined(reading.fired()));
    String line =
        wording.say("trace.factor", name, reading.factor(), mark.words(reading.level()), fired);
    return reading.open().isEmpty()
        ? line
        : wording.say("trace.open", line, joined(reading.open()));
  }

  private String line(Rating.TableStep step) {
    return wording.say(
        "trace.step",
        step.table(),
        mark.words(step.row()),
        mark.words(step.column()),
        mark.words(step.outcome()));
  }

  private static String joined(List<String> rules) {
    return String.join(", ", rules);
  }
}
