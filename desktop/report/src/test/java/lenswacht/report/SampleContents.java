package lenswacht.report;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Axis;
import lenswacht.assessment.Contradiction;
import lenswacht.assessment.FactorReading;
import lenswacht.assessment.Finding;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Judgement;
import lenswacht.assessment.Level;
import lenswacht.assessment.OtherAsset;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;
import lenswacht.assessment.Severity;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.Visit;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.assessment.exposure.ExposurePath;
import lenswacht.assessment.exposure.Gap;
import lenswacht.assessment.exposure.Ground;
import lenswacht.assessment.exposure.Hop;
import lenswacht.assessment.exposure.Place;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.Trust;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Factor;
import lenswacht.knowledge.Maker;
import lenswacht.knowledge.Rule;
import lenswacht.knowledge.Truth;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observable;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import lenswacht.report.picture.FloorLayers;

/// Assessments to print, made by hand so that every part of a report has something to say.
final class SampleContents {
  static final Edition EDITION = Edition.bundled();
  static final Instant VISITED = Instant.parse("2026-03-02T08:00:00Z");
  static final Instant PRINTED = Instant.parse("2026-03-05T14:30:00Z");

  private final Map<EvidenceId, Evidence> evidence = new HashMap<>();
  private final List<Rule> rules = List.copyOf(EDITION.pack().rules());
  private final List<Maker> makers = List.copyOf(EDITION.makers().makers());

  /// `count` assets at one site.
  static ReportContents of(int count, String site) {
    SampleContents sample = new SampleContents();
    List<RatedAsset> assets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      assets.add(sample.asset(i, "Cam <b>" + i % 3 + "</b>"));
    }
    return sample.contents(site, assets);
  }

  /// One asset that calls itself `model`.
  static ReportContents named(String site, String model) {
    SampleContents sample = new SampleContents();
    return sample.contents(site, List.of(sample.asset(0, model)));
  }

  /// `count` assets with endless and hostile names, at a site with one, with a floor plan.
  static ReportContents awkward(int count) throws IOException {
    List<String> names =
        List.of(
            "W".repeat(180),
            "</td><script>alert(1)</script>&amp;\u202Eevil\u0007 \u4E2D",
            "DS-2CD2042WD-I/" + "very long revision ".repeat(12),
            "=HYPERLINK(\"http://192.0.2.1\")",
            "i".repeat(400),
            "a-b/".repeat(60));
    SampleContents sample = new SampleContents();
    List<RatedAsset> assets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      assets.add(sample.asset(i, names.get(i % names.size())));
    }
    ReportContents plain =
        sample.contents("Gemeentehuis </title><h1> " + "Oosterwolderstreek".repeat(7), assets);
    Seen seen = plain.seen();
    return new ReportContents(
        plain.assessment(),
        new Seen(
            seen.visits(),
            seen.coverage(),
            seen.waysOut(),
            seen.separation(),
            Optional.of(
                new FloorSheet(
                    plain.assessment().site(),
                    SamplePlan.plan(),
                    SamplePlan.assets(),
                    FloorLayers.ALL))),
        plain.said(),
        plain.edition(),
        plain.evidence());
  }

  /// A visit that found nothing.
  static ReportContents empty() {
    return new ReportContents(
        new Assessment(
            "Gemeentehuis",
            EDITION.id(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of()),
        Seen.NOTHING,
        Said.NOTHING,
        EDITION,
        EvidenceShelf.NONE);
  }

  private ReportContents contents(String site, List<RatedAsset> assets) {
    Map<String, Verdict> controls = new TreeMap<>();
    EDITION
        .pack()
        .controls()
        .forEach(
            control ->
                controls.put(
                    control.id(), Verdict.values()[controls.size() % Verdict.values().length]));
    Assessment assessment =
        new Assessment(
            site,
            EDITION.id(),
            assets,
            List.of(
                new OtherAsset(
                    "192.0.2.200",
                    Trace.NONE,
                    Optional.of(MacAddress.parse("00:00:5E:00:53:C8")),
                    new Identification(
                        new ProductIdentity(
                            AssetKind.OTHER,
                            Optional.of("Printer & Co"),
                            Optional.empty(),
                            Optional.of("P-1"),
                            Optional.empty(),
                            Optional.empty()),
                        Confidence.LIKELY,
                        List.of(),
                        List.of()))),
            Optional.of(new Interval(Level.MODERATE, Level.VERY_HIGH)),
            Optional.of(Interval.exactly(Level.MODERATE)),
            Map.of(
                Axis.ESPIONAGE,
                assets.stream().map(RatedAsset::address).limit(20).toList(),
                Axis.PRIVACY,
                List.of("192.0.2.1")),
            controls);
    return new ReportContents(
        assessment,
        new Seen(
            List.of(visit(site)),
            Optional.of(SampleCoverage.coverage()),
            SampleCoverage.waysOut(),
            Optional.of(SampleSeparation.matrix()),
            Optional.empty()),
        new Said(
            SampleSaid.answers(),
            SampleSaid.remedies(),
            SampleBiometric.systems(EDITION),
            Optional.empty()),
        EDITION,
        shelf());
  }

  private EvidenceShelf shelf() {
    return new EvidenceShelf() {
      @Override
      public Optional<Evidence> kept(EvidenceId id) {
        return Optional.ofNullable(evidence.get(id));
      }

      @Override
      public Optional<Evidence> shown(EvidenceId id) {
        return kept(id);
      }
    };
  }

  private static Visit visit(String site) {
    return new Visit(
        "20260302-080000-lw",
        "lw-0042",
        "Lenswacht agent 0.1.0",
        new Mandate(
            "M-2026-017",
            site,
            "Hoofd Facilitair, namens de eigenaar",
            new ScanScope(
                List.of(AddressRange.parse("192.0.2.0/24"), AddressRange.parse("198.51.100.0/25")),
                List.of(AddressRange.parse("192.0.2.250/32"))),
            VISITED.minusSeconds(3600),
            VISITED.plusSeconds(36_000),
            Intrusiveness.ASK,
            200,
            false),
        Bytes.utf8("mandate").sha256().hex(),
        VISITED,
        Optional.of(VISITED.plusSeconds(1934)),
        Optional.of(RunOutcome.INCOMPLETE),
        List.of(AddressRange.parse("192.0.2.0/24")),
        List.of(80, 443, 554, 8000, 8080, 8443, 37777, 34567, 8899, 5000, 9000, 2020, 49152, 8554),
        253,
        41,
        1204,
        List.of(
            new Visit.NotLooked(InetAddress.ofLiteral("198.51.100.7"), "mandate-ended"),
            new Visit.NotLooked(InetAddress.ofLiteral("198.51.100.8"), "mandate-ended"),
            new Visit.NotLooked(InetAddress.ofLiteral("192.0.2.250"), "excluded")),
        2411,
        Bytes.utf8("journal").sha256().hex());
  }

  private RatedAsset asset(int number, String model) {
    String address = "10.0." + number / 250 + "." + (number % 250 + 1);
    Service service = Service.tcp(InetAddress.ofLiteral(address), 80);
    Evidence page =
        Evidence.of(
            VISITED.plusSeconds(number),
            service,
            "GET /",
            Bytes.utf8("page " + number),
            false,
            true);
    evidence.put(page.id(), page);
    EvidenceId lost = EvidenceId.of(VISITED, service, "GET /lost", Bytes.EMPTY);
    String maker = makers.get(number % makers.size()).name();
    Claim strong = claim(Claim.Attribute.MAKER, maker, Trust.PROTOCOL, page.id());
    Claim weak = claim(Claim.Attribute.MAKER, "Bracket Vision", Trust.BANNER, page.id());
    Identification identification =
        new Identification(
            new ProductIdentity(
                number % 4 == 3 ? AssetKind.RECORDER : AssetKind.CAMERA,
                Optional.of("Bracket Vision"),
                number % 5 == 4 ? Optional.empty() : Optional.of(maker),
                Optional.of(model),
                number % 3 == 2 ? Optional.empty() : Optional.of("V5.5.82"),
                Optional.of(LocalDate.of(2019, 9, 12))),
            Confidence.CERTAIN,
            List.of(strong, weak),
            number % 2 == 0 ? List.of(new Identification.Contradiction(strong, weak)) : List.of());
    Level worst = Level.of(4 - number % 5);
    return new RatedAsset(
        address,
        SampleTraces.of(number, InetAddress.ofLiteral(address), page.id()),
        Optional.of(MacAddress.parse(String.format("00005E%06X", number))),
        identification,
        rating(
            Axis.ESPIONAGE,
            number % 2 == 0 ? new Interval(Level.VERY_LOW, worst) : Interval.exactly(worst)),
        rating(Axis.PRIVACY, Interval.exactly(Level.of(number % 5))),
        new Judgement(
            List.of(
                finding(number, Severity.CRITICAL, List.of(page.id())),
                finding(number + 1, Severity.MEDIUM, List.of(page.id(), lost)),
                finding(number + 2, Severity.INFO, List.of())),
            List.of(),
            number % 3 == 0 ? exposed(address, page.id()) : Exposure.unknown(address),
            number % 3 == 0
                ? List.of(
                    new Contradiction(
                        "exposure.inbound_internet",
                        "no",
                        "yes",
                        List.of(new Ground.Seen(page.id()))))
                : List.of(),
            0.4 + number % 5 * 0.1));
  }

  private static Exposure exposed(String address, EvidenceId seen) {
    List<Ground> grounds = List.of(new Ground.Seen(seen));
    Service service = Service.tcp(InetAddress.ofLiteral(address), 80);
    return new Exposure(
        address,
        Truth.YES,
        Truth.NOT_DETERMINED,
        Truth.NOT_DETERMINED,
        new Exposure.Egress(Truth.YES, Truth.YES, grounds),
        List.of(
            new ExposurePath(
                ExposureLevel.INTERNET,
                List.of(
                    new Hop(new Place.Internet(), Hop.Way.BEGINS, Truth.YES, List.of()),
                    new Hop(
                        new Place.Outside("203.0.113.24", "8080/tcp"),
                        Hop.Way.ROUTED,
                        Truth.YES,
                        grounds),
                    new Hop(
                        new Place.Gateway(InetAddress.ofLiteral("192.0.2.1")),
                        Hop.Way.MAPPING,
                        Truth.YES,
                        grounds),
                    new Hop(
                        new Place.AssetService(service, Truth.YES),
                        Hop.Way.INSIDE,
                        Truth.YES,
                        grounds)))),
        grounds,
        Set.of(Gap.HAND_MADE_MAPPINGS));
  }

  private static Claim claim(Claim.Attribute about, String value, Trust trust, EvidenceId seen) {
    return new Claim(
        about,
        value,
        Confidence.CERTAIN,
        trust,
        "print-1",
        Optional.of(Observable.HTTP_SERVER),
        value,
        seen);
  }

  private Finding finding(int number, Severity severity, List<EvidenceId> seen) {
    Rule rule = rules.get(number % rules.size());
    return new Finding(
        rule.id(),
        rule.textKey(),
        Map.of(),
        List.of(Axis.ESPIONAGE),
        severity,
        rule.clause(),
        number % 4 == 1 ? List.of() : seen,
        number % 4 == 2 ? List.of("site.class") : List.of(),
        rule.acceptableKey());
  }

  private Rating rating(Axis axis, Interval level) {
    List<FactorReading> factors = new ArrayList<>();
    for (Factor factor : EDITION.pack().factors()) {
      if (factor.axis().equals(axis.name())) {
        factors.add(
            new FactorReading(
                factor.id(),
                factors.size() % 2 == 0
                    ? Interval.exactly(Level.of(factor.base()))
                    : new Interval(Level.of(factor.base()), Level.VERY_HIGH),
                factors.size() % 3 == 0 ? List.of("R01", "R02") : List.of(),
                factors.size() % 2 == 0 ? List.of() : List.of("R15")));
      }
    }
    return new Rating(
        axis,
        level,
        factors,
        List.of(
            new Rating.TableStep("T_A", Interval.exactly(Level.LOW), level, level),
            new Rating.TableStep("RISK", level, Interval.exactly(Level.HIGH), level)),
        List.of("R02"));
  }
}
