package lenswacht.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

/// The tables of what was found: the assets that were rated, and the equipment that was not.
final class AssetTableSection {
  /// Most signs that are cited for one side of a contradiction.
  static final int MOST_SIGNS = 3;

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

  /// @param isWhole whether everything is told of every advisory, or how much there is
  Chapter assets(boolean isWhole) {
    List<RatedAsset> assets = contents.assessment().assets();
    if (assets.isEmpty()) {
      return new Chapter(
          "assets",
          wording.say("assets.title"),
          Content.several(
              wording.notice("summary.nothing"), wording.paragraph("summary.nothing.meaning")));
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
    return new Chapter(
        "assets",
        wording.say("assets.title"),
        Content.several(
            wording.paragraph("assets.legend"),
            Tables.table("assets", headings, assets.stream().map(this::row).toList()),
            contradictions(assets),
            new ChannelTable(wording, register).html(contents.assessment()),
            isWhole
                ? new AdvisoryTable(wording).whole(assets)
                : new AdvisoryTable(wording).brief(assets),
            new CautionTable(wording, register).html(contents.assessment())));
  }

  private List<Content> row(RatedAsset asset) {
    Identification identification = asset.identification();
    ProductIdentity identity = identification.identity();
    return List.of(
        place(asset.address(), asset.trace(), asset.mac(), identification),
        Content.several(
            known(identity.brand()), line(Optional.of(wording.say("kind", identity.kind())))),
        Content.several(
            known(identity.maker()),
            line(
                identity
                    .maker()
                    .flatMap(maker -> identification.confidenceOf(Claim.Attribute.MAKER))
                    .map(confidence -> wording.say("confidence", confidence)))),
        Content.several(
            identity.model().isEmpty() && identity.firmware().isEmpty()
                ? mark.notDetermined("not-determined")
                : Content.several(known(identity.model()), line(Optional.of(firmware(identity))))),
        level(asset.espionage()),
        level(asset.privacy()),
        rules(asset));
  }

  /// The version and the day on which it was built.
  private String firmware(ProductIdentity identity) {
    return identity
        .buildDate()
        .map(
            built -> identity.firmware().orElse(wording.say("not-determined")) + " (" + built + ")")
        .or(identity::firmware)
        .orElse(wording.say("assets.no-firmware"));
  }

  /// What an asset is called, where else it was met and through what, its hardware address, its
  /// serial number as it may be shown, and how many channels or sensors it has.
  private Content place(
      String address, Trace trace, Optional<MacAddress> mac, Identification identification) {
    List<String> elsewhere = trace.elsewhere();
    return Content.several(
        Content.text(address),
        line(
            elsewhere.isEmpty()
                ? Optional.empty()
                : Optional.of(wording.say("assets.also-at", String.join(", ", elsewhere)))),
        line(
            trace.isSeenThrough()
                ? Optional.of(wording.say("assets.seen-through"))
                : Optional.empty()),
        mac.<Content>map(
                known ->
                    Content.several(
                        Content.lineBreak(),
                        Content.words(known.toString(), Content.Voice.HARDWARE)))
            .orElse(Content.nothing()),
        line(
            identification
                .conclusion(Claim.Attribute.SERIAL)
                .map(
                    serial ->
                        serial.value().startsWith("#")
                            ? serial.value()
                            : wording.say("assets.serial", serial.value()))),
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

  private Content level(Rating rating) {
    String way = ways.name(rating);
    return way.isEmpty()
        ? mark.brief(rating.level())
        : Content.several(
            mark.brief(rating.level()),
            Content.lineBreak(),
            new Content.Link(wording.say("assets.way", way), WaySection.anchor(way)));
  }

  /// The rules that fired, those that could still fire, and how much was known.
  private Content rules(RatedAsset asset) {
    String fired =
        asset.findings().stream().map(Finding::rule).distinct().collect(Collectors.joining(" "));
    long open =
        Stream.of(asset.espionage(), asset.privacy())
            .flatMap(rating -> rating.factors().stream())
            .flatMap(reading -> reading.open().stream())
            .distinct()
            .count();
    String known = wording.say("assets.coverage", wording.percent(asset.coverage()));
    return Content.several(
        Content.text(fired.isEmpty() ? wording.say("assets.no-rule") : fired),
        line(
            Optional.of(
                open == 0
                    ? known
                    : known + "; " + wording.say("assets.open-rules", wording.number(open)))));
  }

  /// What two sides say, and each asset of which they say it with the evidence of both.
  private record Saying(String about, Content weaker, Content stronger) {}

  private Content contradictions(List<RatedAsset> assets) {
    Map<Saying, List<String>> sayings = new LinkedHashMap<>();
    for (RatedAsset asset : assets) {
      for (Identification.Contradiction contradiction : asset.identification().contradictions()) {
        Claim stronger = contradiction.stronger();
        Claim weaker = contradiction.weaker();
        note(
            sayings,
            new Saying(
                wording.say("attribute", stronger.attribute()), said(weaker), said(stronger)),
            asset,
            List.of(weaker, stronger));
      }
      ProductIdentity identity = asset.identification().identity();
      if (asset.identification().isRelabelled() && !isTold(asset.identification())) {
        List<Claim> label = first(asset.identification().origin().labelSays());
        List<Claim> maker = first(asset.identification().origin().makerSays());
        note(
            sayings,
            new Saying(
                wording.say("contradictions.label"),
                said(identity.brand().orElse(""), label),
                said(identity.maker().orElse(""), maker)),
            asset,
            Stream.concat(label.stream(), maker.stream()).toList());
      }
    }
    if (sayings.isEmpty()) {
      return wording.paragraph("contradictions.none");
    }
    List<List<Content>> rows = new ArrayList<>();
    sayings.forEach(
        (saying, of) ->
            rows.add(
                List.of(
                    Content.text(saying.about()),
                    saying.weaker(),
                    saying.stronger(),
                    Content.text(String.join("; ", of)))));
    return Content.several(
        Content.heading(3, wording.say("contradictions.title")),
        wording.paragraph("contradictions.meaning"),
        Tables.table(
            "contradictions",
            List.of(
                wording.say("contradictions.about"),
                wording.say("contradictions.weaker"),
                wording.say("contradictions.stronger"),
                wording.say("findings.assets-evidence")),
            rows));
  }

  private void note(
      Map<Saying, List<String>> sayings, Saying saying, RatedAsset asset, List<Claim> claims) {
    String evidence = register.references(claims.stream().map(Claim::evidence).toList());
    sayings
        .computeIfAbsent(saying, first -> new ArrayList<>())
        .add(asset.address() + (evidence.isEmpty() ? "" : "\u00a0(" + evidence + ")"));
  }

  private static List<Claim> first(List<Claim> claims) {
    return claims.stream().limit(MOST_SIGNS).toList();
  }

  /// Whether a contradiction on the maker stands in the table already.
  private static boolean isTold(Identification identification) {
    return identification.contradictions().stream()
        .anyMatch(pair -> pair.stronger().attribute() == Claim.Attribute.MAKER);
  }

  /// What one side says, and what kinds of sign say so; that a maker is only listed as standing
  /// behind a label is said too.
  private Content said(String value, List<Claim> claims) {
    List<Content> parts = new ArrayList<>();
    parts.add(Content.text(value));
    parts.add(trust(claims));
    if (!claims.isEmpty() && claims.stream().allMatch(Claim::isFromLabel)) {
      parts.add(line(Optional.of(wording.say("contradictions.listed"))));
    }
    return Content.several(parts.toArray(Content[]::new));
  }

  private Content said(Claim claim) {
    return Content.several(
        Content.text(
            claim.attribute() == Claim.Attribute.KIND
                ? wording.say("kind", AssetKind.valueOf(claim.value()))
                : claim.value()),
        trust(List.of(claim)));
  }

  /// What kinds of sign claims rest on.
  private Content trust(List<Claim> claims) {
    return claims.isEmpty()
        ? Content.nothing()
        : Content.text(
            claims.stream()
                .map(claim -> wording.say("trust", claim.trust()))
                .distinct()
                .collect(Collectors.joining(", ", " (", ")")));
  }

  Chapter others() {
    List<OtherAsset> others = contents.assessment().others();
    Content body =
        others.isEmpty()
            ? wording.paragraph("others.none")
            : Content.several(
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
    return new Chapter("others", wording.say("others.title"), body);
  }

  private List<Content> row(OtherAsset other) {
    ProductIdentity identity = other.identification().identity();
    return List.of(
        place(other.address(), other.trace(), other.mac(), other.identification()),
        Content.text(wording.say("kind", identity.kind())),
        known(identity.maker().or(identity::brand)),
        known(identity.model()),
        Content.text(wording.say("confidence", other.identification().confidence())));
  }

  private Content known(Optional<String> value) {
    return value.map(Content::text).orElseGet(() -> mark.notDetermined("not-determined"));
  }

  private static Content line(Optional<String> text) {
    return text.<Content>map(
            words ->
                Content.several(Content.lineBreak(), Content.words(words, Content.Voice.SMALL)))
        .orElse(Content.nothing());
  }
}
