package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.Axis;
import lenswacht.assessment.OtherAsset;
import lenswacht.assessment.RatedAsset;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;

/// The tables of what was found: the assets that were rated, and the equipment that was not.
final class AssetTableSection {
  private final ReportContents contents;
  private final Wording wording;
  private final LevelMark mark;
  private final EvidenceRegister register;

  AssetTableSection(ReportContents contents, Wording wording, EvidenceRegister register) {
    this.contents = contents;
    this.wording = wording;
    this.mark = new LevelMark(wording);
    this.register = register;
  }

  Section assets() {
    List<RatedAsset> assets = contents.assessment().assets();
    if (assets.isEmpty()) {
      return new Section(
          "assets",
          wording.say("assets.title"),
          Html.several(
              wording.paragraph("summary.nothing").of("notice"),
              wording.paragraph("summary.nothing.meaning")));
    }
    List<String> headings =
        List.of(
            wording.say("assets.address"),
            wording.say("assets.label"),
            wording.say("assets.maker"),
            wording.say("assets.model"),
            wording.say("assets.firmware"),
            wording.say("axis", Axis.ESPIONAGE),
            wording.say("axis", Axis.PRIVACY));
    return new Section(
        "assets",
        wording.say("assets.title"),
        Html.several(
            wording.paragraph("assets.legend"),
            Tables.table("assets", headings, assets.stream().map(this::row).toList()),
            contradictions(assets)));
  }

  private List<Html> row(RatedAsset asset) {
    Identification identification = asset.identification();
    ProductIdentity identity = identification.identity();
    return List.of(
        Html.several(
            Html.element("a", asset.address())
                .with("href", "#" + AssetChapters.anchor(asset))
                .with("title", asset.address()),
            line(asset.mac().map(Object::toString))),
        Html.several(
            known(identity.brand()), line(Optional.of(wording.say("kind", identity.kind())))),
        Html.several(
            known(identity.maker()),
            line(
                identity
                    .maker()
                    .flatMap(maker -> identification.confidenceOf(Claim.Attribute.MAKER))
                    .map(confidence -> wording.say("confidence", confidence)))),
        known(identity.model()),
        Html.several(
            known(identity.firmware()),
            line(identity.buildDate().map(built -> wording.say("assets.built", built)))),
        mark.of(asset.espionage().level()),
        mark.of(asset.privacy().level()));
  }

  private Html contradictions(List<RatedAsset> assets) {
    List<List<Html>> rows = new ArrayList<>();
    for (RatedAsset asset : assets) {
      for (Identification.Contradiction contradiction : asset.identification().contradictions()) {
        Claim stronger = contradiction.stronger();
        Claim weaker = contradiction.weaker();
        rows.add(
            List.of(
                Html.text(asset.address()),
                Html.text(wording.say("attribute", stronger.attribute())),
                said(weaker),
                said(stronger)));
      }
      ProductIdentity identity = asset.identification().identity();
      if (asset.identification().isRelabelled() && !isTold(asset.identification())) {
        rows.add(
            Tables.row(
                asset.address(),
                wording.say("contradictions.label"),
                identity.brand().orElse(""),
                identity.maker().orElse("")));
      }
    }
    if (rows.isEmpty()) {
      return wording.paragraph("contradictions.none");
    }
    return Html.several(
        Html.element("h3", wording.say("contradictions.title")),
        wording.paragraph("contradictions.meaning"),
        Tables.table(
            "contradictions",
            List.of(
                wording.say("assets.address"),
                wording.say("contradictions.about"),
                wording.say("contradictions.weaker"),
                wording.say("contradictions.stronger")),
            rows));
  }

  /// Whether a contradiction on the maker stands in the table already.
  private static boolean isTold(Identification identification) {
    return identification.contradictions().stream()
        .anyMatch(pair -> pair.stronger().attribute() == Claim.Attribute.MAKER);
  }

  private Html said(Claim claim) {
    return Html.several(
        Html.text(
            claim.attribute() == Claim.Attribute.KIND
                ? wording.say("kind", AssetKind.valueOf(claim.value()))
                : claim.value()),
        Html.text(" ("),
        Html.text(wording.say("trust", claim.trust())),
        Html.text(", "),
        register.references(List.of(claim.evidence()), ""),
        Html.text(")"));
  }

  Section others() {
    List<OtherAsset> others = contents.assessment().others();
    Html body =
        others.isEmpty()
            ? wording.paragraph("others.none")
            : Html.several(
                wording.paragraph("others.meaning"),
                Tables.table(
                    "others",
                    List.of(
                        wording.say("assets.address"),
                        wording.say("others.kind"),
                        wording.say("assets.maker"),
                        wording.say("assets.model"),
                        wording.say("others.confidence")),
                    others.stream().map(this::row).toList()));
    return new Section("others", wording.say("others.title"), body);
  }

  private List<Html> row(OtherAsset other) {
    ProductIdentity identity = other.identification().identity();
    return List.of(
        Html.several(Html.text(other.address()), line(other.mac().map(Object::toString))),
        Html.text(wording.say("kind", identity.kind())),
        known(identity.maker().or(identity::brand)),
        known(identity.model()),
        Html.text(wording.say("confidence", other.identification().confidence())));
  }

  private Html known(Optional<String> value) {
    return value.map(Html::text).orElseGet(() -> mark.notDetermined("not-determined"));
  }

  private static Html line(Optional<String> text) {
    return text.<Html>map(
            words -> Html.several(Html.element("br"), Html.element("span", words).of("small")))
        .orElse(Html.nothing());
  }
}
