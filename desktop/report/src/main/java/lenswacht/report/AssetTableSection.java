package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.assessment.Axis;
import lenswacht.assessment.Finding;
import lenswacht.assessment.OtherAsset;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.asset.Channels;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.observation.MacAddress;

/// The tables of what was found: the assets that were rated, and the equipment that was not.
final class AssetTableSection {
  private final ReportContents contents;
  private final Wording wording;
  private final LevelMark mark;
  private final EvidenceRegister register;
  private final WaySection ways;

  AssetTableSection(
      ReportContents contents, Wording wording, EvidenceRegister register, WaySection ways) {
    this.contents = contents;
    this.wording = wording;
    this.mark = new LevelMark(wording);
    this.register = register;
    this.ways = ways;
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
            wording.say("assets.model-firmware"),
            wording.say("axis", Axis.ESPIONAGE),
            wording.say("axis", Axis.PRIVACY),
            wording.say("assets.rules"));
    return new Section(
        "assets",
        wording.say("assets.title"),
        Html.several(
            wording.paragraph("assets.legend"),
            Tables.table("assets", headings, assets.stream().map(this::row).toList()),
            contradictions(assets),
            new ChannelTable(wording, register).html(contents.assessment()),
            new AdvisoryTable(wording).html(assets),
            new CautionTable(wording, register).html(contents.assessment())));
  }

  private List<Html> row(RatedAsset asset) {
    Identification identification = asset.identification();
    ProductIdentity identity = identification.identity();
    return List.of(
        place(asset.address(), asset.trace(), asset.mac(), identification),
        Html.several(
            known(identity.brand()), line(Optional.of(wording.say("kind", identity.kind())))),
        Html.several(
            known(identity.maker()),
            line(
                identity
                    .maker()
                    .flatMap(maker -> identification.confidenceOf(Claim.Attribute.MAKER))
                    .map(confidence -> wording.say("confidence", confidence)))),
        Html.several(
            identity.model().isEmpty() && identity.firmware().isEmpty()
                ? mark.notDetermined("not-determined")
                : Html.several(
                    known(identity.model()),
                    line(
                        Optional.of(
                            identity.firmware().orElse(wording.say("assets.no-firmware"))))),
            line(identity.buildDate().map(built -> wording.say("assets.built", built)))),
        level(asset.espionage()),
        level(asset.privacy()),
        rules(asset));
  }

  /// What an asset is called, where else it was met and through what, its hardware address, its
  /// serial number as it may be shown, and how many channels or sensors it has.
  private Html place(
      String address, Trace trace, Optional<MacAddress> mac, Identification identification) {
    List<String> elsewhere = trace.elsewhere();
    return Html.several(
        Html.text(address),
        line(
            elsewhere.isEmpty()
                ? Optional.empty()
                : Optional.of(wording.say("assets.also-at", String.join(", ", elsewhere)))),
        line(
            trace.isSeenThrough()
                ? Optional.of(wording.say("assets.seen-through"))
                : Optional.empty()),
        mac.<Html>map(
                known ->
                    Html.several(
                        Html.element("br"), Html.element("span", known.toString()).of("mac")))
            .orElse(Html.nothing()),
        line(
            identification
                .conclusion(Claim.Attribute.SERIAL)
                .map(serial -> wording.say("assets.serial", serial.value()))),
        line(behind(trace.channels(), identification.identity().kind())));
  }

  /// How many channels or sensors; of a recorder, also that it is not determined.
  private Optional<String> behind(Channels channels, AssetKind kind) {
    if (channels.sensors() > 0) {
      return Optional.of(wording.say("assets.sensors", channels.sensors()));
    }
    if (channels.isTold()) {
      return Optional.of(wording.say("assets.channels", channels.all(), channels.unseen()));
    }
    return kind == AssetKind.RECORDER
        ? Optional.of(wording.say("assets.channels-open"))
        : Optional.empty();
  }

  private Html level(Rating rating) {
    String way = ways.name(rating);
    return Html.several(
        mark.of(rating.level()),
        Html.element("br"),
        Html.element("a", wording.say("assets.way", way))
            .with("href", "#" + WaySection.anchor(way))
            .with("title", wording.say("assets.way", way)));
  }

  /// The rules that fired, those that could still fire, and how much was known.
  private Html rules(RatedAsset asset) {
    String fired =
        asset.findings().stream().map(Finding::rule).distinct().collect(Collectors.joining(" "));
    String open =
        Stream.of(asset.espionage(), asset.privacy())
            .flatMap(rating -> rating.factors().stream())
            .flatMap(reading -> reading.open().stream())
            .distinct()
            .map(rule -> " " + rule + "?")
            .collect(Collectors.joining());
    return Html.several(
        Html.text((fired.isEmpty() ? wording.say("assets.no-rule") : fired) + open),
        line(Optional.of(wording.say("assets.coverage", wording.percent(asset.coverage())))));
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
        Html.element("span", register.number(claim.evidence()) + ")").of("reference"));
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
        place(other.address(), other.trace(), other.mac(), other.identification()),
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
