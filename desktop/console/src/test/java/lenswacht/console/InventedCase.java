package lenswacht.console;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.Answers;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Axis;
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
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.advisory.AdvisoryJudge;
import lenswacht.assessment.advisory.Product;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.console.desk.OpenedCase;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.FirmwareGrammar;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.Trust;
import lenswacht.fingerprint.asset.SerialMask;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Edition;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Coverage;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observable;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.Transport;

/// A case that nobody visited: every sort of row once.
final class InventedCase {
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Interval HIGH = Interval.exactly(Level.HIGH);

  private InventedCase() {}

  static OpenedCase opened() {
    return new OpenedCase(
        Path.of("Turfmarkt 2026-1.lenswacht"),
        Optional.of(visit()),
        new Answers(Map.of(), Map.of()),
        Optional.of(coverage()),
        WaysOut.NONE,
        assessment(),
        DAY,
        SerialMask.NONE);
  }

  private static final Instant SEEN = Instant.parse("2026-11-20T09:21:07Z");

  /// An answer to a search for cameras.
  static final Evidence ANSWER =
      Evidence.of(
          SEEN,
          new Service(InetAddress.ofLiteral("10.20.30.61"), Transport.UDP, 37_020),
          "sadp inquiry",
          Bytes.utf8(
              "<?xml version=\"1.0\"?><ProbeMatch><DeviceDescription>DS-2CD2143G2-I"
                  + "</DeviceDescription><SoftwareVersion>V5.4.5 build 180207</SoftwareVersion>"
                  + "</ProbeMatch>"),
          false,
          false);

  /// A start page.
  static final Evidence PAGE =
      Evidence.of(
          SEEN,
          new Service(InetAddress.ofLiteral("10.20.30.61"), Transport.TCP, 80),
          "GET /",
          Bytes.utf8(
              "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head>"
                  + "<title>TruVision Web Interface</title></head></html>"),
          false,
          false);

  static Map<EvidenceId, Evidence> evidence() {
    return Map.of(ANSWER.id(), ANSWER, PAGE.id(), PAGE);
  }

  static Coverage coverage() {
    return Coverage.of(
        new ScanScope(
            List.of(AddressRange.parse("10.20.30.0/24"), AddressRange.parse("10.20.31.0/24")),
            List.of()),
        List.of(
            new JournalEvent.RunStarted("run-1", new SignedMandate("x"), "LW-0042", "agent"),
            new JournalEvent.Planned(
                ScanLevel.CAREFUL, List.of(AddressRange.parse("10.20.30.0/24"))),
            new JournalEvent.Swept(
                List.of(AddressRange.parse("10.20.30.0/24")),
                List.of(80, 443, 554),
                254,
                19,
                Optional.of(
                    new JournalEvent.Sweeping(
                        "syn", List.of(AddressRange.parse("10.20.30.0/28")), List.of(), 900, 2))),
            new JournalEvent.RunEnded(RunOutcome.INCOMPLETE, Map.of())));
  }

  static Mandate mandate() {
    return new Mandate(
        "TM-2026-114",
        "Rijkskantoor Turfmarkt",
        "Hoofd facilitair",
        new ScanScope(List.of(AddressRange.parse("10.20.30.0/24")), List.of()),
        Instant.parse("2026-11-20T08:00:00Z"),
        Instant.parse("2026-11-20T16:00:00Z"),
        Intrusiveness.ASK,
        40,
        true);
  }

  static Visit visit() {
    return new Visit(
        "run-1",
        "LW-0042",
        "lenswacht-agent 0.1.0",
        mandate(),
        "ab".repeat(32),
        Instant.parse("2026-11-20T09:14:02Z"),
        Optional.of(Instant.parse("2026-11-20T09:33:40Z")),
        Optional.of(RunOutcome.INCOMPLETE),
        List.of(AddressRange.parse("10.20.30.0/24")),
        List.of(80, 443, 554),
        254,
        19,
        1204,
        List.of(
            new Visit.NotLooked(InetAddress.ofLiteral("10.20.30.5"), "excluded"),
            new Visit.NotLooked(InetAddress.ofLiteral("10.20.30.77"), "silent"),
            new Visit.NotLooked(InetAddress.ofLiteral("10.20.30.78"), "silent")),
        3104,
        "cd".repeat(32));
  }

  private static List<RatedAsset> rated() {
    List<RatedAsset> assets = new ArrayList<>();
    assets.add(relabelled());
    assets.add(
        rated(
            "10.20.30.9",
            who(AssetKind.CAMERA, "Axis", "Axis", "P3265-LVE", "11.11.85", "2026-03-11"),
            Interval.exactly(Level.LOW),
            HIGH,
            0.81));
    assets.add(
        rated(
            "10.20.30.12",
            who(
                AssetKind.RECORDER,
                "Dahua",
                "Dahua",
                "NVR5216-4KS2",
                "4.002.0000000.1",
                "2023-06-20"),
            new Interval(Level.MODERATE, Level.VERY_HIGH),
            new Interval(Level.LOW, Level.MODERATE),
            0.55));
    assets.add(
        rated(
            "10.20.30.8",
            new Identification(ProductIdentity.UNDETERMINED, Confidence.HINT, List.of(), List.of()),
            new Interval(Level.VERY_LOW, Level.VERY_HIGH),
            new Interval(Level.VERY_LOW, Level.VERY_HIGH),
            0.08));
    assets.add(
        rated(
            "10.20.30.101",
            who(AssetKind.DOORBELL, "2N", "2N", "IP Verso", "2.41.0", ""),
            Interval.exactly(Level.MODERATE),
            Interval.exactly(Level.LOW),
            0.66));
    return assets;
  }

  static Assessment assessment() {
    OtherAsset printer =
        new OtherAsset(
            "10.20.30.40",
            Trace.NONE,
            Optional.empty(),
            who(AssetKind.OTHER, "HP", "HP", "LaserJet M507", "", ""));
    return new Assessment(
        "Rijkskantoor Turfmarkt",
        "2026-11-nl+0123456789abcdef",
        rated(),
        List.of(printer),
        Optional.of(new Interval(Level.HIGH, Level.VERY_HIGH)),
        Optional.of(HIGH),
        Map.of(
            Axis.ESPIONAGE,
            List.of("10.20.30.61", "10.20.30.12"),
            Axis.PRIVACY,
            List.of("10.20.30.9")),
        Map.of(
            "NKBR-PUB-1", Verdict.NOT_SATISFIED,
            "BIO2-8.08.01", Verdict.NOT_SATISFIED,
            "BIO2-5.17.03", Verdict.SATISFIED,
            "BIO2-8.15.01", Verdict.NOT_DETERMINED,
            "BIO2-8.16.04", Verdict.NOT_DETERMINED));
  }

  private static RatedAsset relabelled() {
    Claim maker =
        claim(
            Attribute.MAKER, "Hikvision", Trust.PROTOCOL, Observable.SADP_MODEL, "DS-2CD2143G2-I");
    Claim label =
        claim(
            Attribute.MAKER,
            "TruVision",
            Trust.BANNER,
            Observable.HTTP_TITLE,
            "TruVision Web Interface");
    Identification identification =
        new Identification(
            new ProductIdentity(
                AssetKind.CAMERA,
                Optional.of("TruVision"),
                Optional.of("Hikvision"),
                Optional.of("TVB-5602"),
                Optional.of("V5.4.5"),
                Optional.of(LocalDate.of(2018, 2, 7))),
            Confidence.CERTAIN,
            List.of(
                maker,
                label,
                claim(
                    Attribute.FIRMWARE,
                    "V5.4.5",
                    Trust.VENDOR_FIELD,
                    Observable.SADP_FIRMWARE,
                    "V5.4.5 build 180207"),
                claim(
                    Attribute.KIND,
                    "CAMERA",
                    Trust.PROTOCOL,
                    Observable.ONVIF_TYPE,
                    "NetworkVideoTransmitter")),
            List.of(new Identification.Contradiction(maker, label)));
    List<Finding> findings =
        List.of(
            finding("R07", Severity.CRITICAL, "BIO2 8.08.01"),
            finding("R13", Severity.HIGH, "Kamerbrief 20-11-2019"),
            finding("R10", Severity.MEDIUM, "BIO2 8.24.04"));
    return new RatedAsset(
        "10.20.30.61",
        Trace.NONE,
        Optional.empty(),
        identification,
        rating(Axis.ESPIONAGE, new Interval(Level.HIGH, Level.VERY_HIGH)),
        rating(Axis.PRIVACY, new Interval(Level.LOW, Level.MODERATE)),
        new Judgement(
            findings,
            advisories(identification),
            Exposure.unknown("10.20.30.61"),
            List.of(),
            0.62));
  }

  private static List<AdvisoryAnswer> advisories(Identification identification) {
    return new AdvisoryJudge(Edition.bundled().advisories(), FirmwareGrammar.bundled())
        .answers(Product.of(identification));
  }

  private static Finding finding(String rule, Severity severity, String clause) {
    return new Finding(
        rule,
        "rule." + rule + ".text",
        Map.of(),
        List.of(Axis.ESPIONAGE),
        severity,
        clause,
        List.of(new EvidenceId("0123456789abcdef0123456789abcdef")),
        List.of("site.class"),
        "rule." + rule + ".acceptable");
  }

  private static Claim claim(
      Attribute attribute, String value, Trust trust, Observable observable, String seen) {
    return new Claim(
        attribute,
        value,
        Confidence.CERTAIN,
        trust,
        switch (observable) {
          case SADP_MODEL -> "sadp-model";
          case SADP_FIRMWARE -> "sadp-firmware";
          case HTTP_TITLE -> "ttl-camera-brand";
          default -> "none";
        },
        Optional.of(observable),
        seen,
        observable == Observable.HTTP_TITLE ? PAGE.id() : ANSWER.id());
  }

  private static Identification who(
      AssetKind kind, String brand, String maker, String model, String firmware, String built) {
    return new Identification(
        new ProductIdentity(
            kind,
            Optional.of(brand),
            Optional.of(maker),
            Optional.of(model),
            Optional.of(firmware).filter(text -> !text.isEmpty()),
            Optional.of(built).filter(text -> !text.isEmpty()).map(LocalDate::parse)),
        Confidence.LIKELY,
        List.of(
            claim(
                Attribute.MAKER, maker, Trust.VENDOR_FIELD, Observable.ONVIF_MANUFACTURER, maker)),
        List.of());
  }

  private static RatedAsset rated(
      String address,
      Identification identification,
      Interval espionage,
      Interval privacy,
      double coverage) {
    return new RatedAsset(
        address,
        Trace.NONE,
        Optional.empty(),
        identification,
        rating(Axis.ESPIONAGE, espionage),
        rating(Axis.PRIVACY, privacy),
        new Judgement(
            List.of(), advisories(identification), Exposure.unknown(address), List.of(), coverage));
  }

  private static Rating rating(Axis axis, Interval level) {
    List<FactorReading> factors =
        axis == Axis.PRIVACY && !level.isExact()
            ? List.of(new FactorReading("P_RET", level, List.of(), List.of("R31", "R32")))
            : List.of();
    return new Rating(axis, level, factors, List.of(), List.of());
  }
}
