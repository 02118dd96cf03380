package lenswacht.report.exchange;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.knowledge.Mark;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportOrder;
import lenswacht.report.Telling;

/// The inventory of a site as CycloneDX 1.6: every asset a device, its firmware a part of it, and
/// every vulnerability of which an advisory names its model with what it means for each asset:
/// affected, not affected or unknown.
public final class CycloneDxText {
  private final ReportContents contents;
  private final ReportOrder order;
  private final Telling telling;
  private final UnaryOperator<String> read;
  private final Names names;

  /// @param telling the words of assets and answers
  /// @param read what the audience may read of a text
  public CycloneDxText(
      ReportContents contents, ReportOrder order, Telling telling, UnaryOperator<String> read) {
    this.contents = contents;
    this.order = order;
    this.telling = telling;
    this.read = read;
    this.names = new Names(contents.assessment().site() + "\n" + contents.assessment().edition());
  }

  /// The document, as maps and lists.
  public Map<String, Object> document() {
    Map<String, Object> bill = new LinkedHashMap<>();
    bill.put("bomFormat", "CycloneDX");
    bill.put("specVersion", "1.6");
    bill.put("serialNumber", "urn:uuid:" + names.id("inventory", order.printedAt().toString()));
    bill.put("version", 1);
    bill.put("metadata", metadata());
    bill.put("components", contents.assessment().assets().stream().map(this::asset).toList());
    bill.put("vulnerabilities", vulnerabilities());
    return bill;
  }

  private Map<String, Object> metadata() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("timestamp", order.printedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    metadata.put(
        "tools",
        Map.of(
            "components",
            List.of(map("type", "application", "name", words(order.programVersion())))));
    metadata.put(
        "component",
        map(
            "type", "platform",
            "bom-ref", names.id("site"),
            "name", words(contents.assessment().site())));
    metadata.put(
        "properties",
        List.of(
            property("marking", telling.marking()),
            property("status", order.draft() ? "draft" : "determined"),
            property("audience", order.audience().word()),
            property("edition", contents.edition().id())));
    return metadata;
  }

  private Map<String, Object> asset(RatedAsset asset) {
    ProductIdentity identity = asset.identification().identity();
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("type", "device");
    device.put("bom-ref", ref(asset));
    identity.maker().ifPresent(maker -> device.put("manufacturer", Map.of("name", words(maker))));
    device.put("name", words(identity.model().orElseGet(telling::notDetermined)));
    device.put("description", words(telling.kind(asset)));
    List<Map<String, Object>> properties = new ArrayList<>();
    properties.add(property("address", asset.address()));
    identity.brand().ifPresent(brand -> properties.add(property("label", brand)));
    properties.add(property("identified", telling.confidence(asset)));
    properties.add(property("espionage", telling.level(asset.espionage())));
    properties.add(property("privacy", telling.level(asset.privacy())));
    device.put("properties", properties);
    Map<String, Object> firmware = new LinkedHashMap<>();
    firmware.put("type", "firmware");
    firmware.put("bom-ref", names.id("firmware", asset.address()));
    firmware.put("name", words(identity.model().orElseGet(telling::notDetermined)));
    firmware.put("version", words(identity.firmware().orElseGet(telling::notDetermined)));
    device.put("components", List.of(firmware));
    return device;
  }

  private String ref(RatedAsset asset) {
    return names.id("asset", asset.address());
  }

  private List<Map<String, Object>> vulnerabilities() {
    Map<String, List<Map<String, Object>>> affected = new TreeMap<>();
    Map<String, List<AdvisoryAnswer>> answers = new TreeMap<>();
    for (RatedAsset asset : contents.assessment().assets()) {
      for (AdvisoryAnswer answer : asset.advisories()) {
        answers.computeIfAbsent(answer.cve(), first -> new ArrayList<>()).add(answer);
        affected
            .computeIfAbsent(answer.cve(), first -> new ArrayList<>())
            .add(
                map(
                    "ref",
                    names.id("firmware", asset.address()),
                    "versions",
                    List.of(
                        map(
                            "version",
                            words(
                                asset
                                    .identification()
                                    .identity()
                                    .firmware()
                                    .orElseGet(telling::notDetermined)),
                            "status",
                            status(answer.outcome())))));
      }
    }
    List<Map<String, Object>> vulnerabilities = new ArrayList<>();
    affected.forEach(
        (cve, affects) -> {
          List<AdvisoryAnswer> said = answers.getOrDefault(cve, List.of());
          vulnerabilities.add(
              map(
                  "bom-ref", names.id("vulnerability", cve),
                  "id", words(cve),
                  "source", Map.of("name", words(said.getFirst().first().source())),
                  "ratings", ratings(said.getFirst()),
                  "analysis", analysis(said),
                  "affects", affects));
        });
    return vulnerabilities;
  }

  /// How grave the advisory says it is, and how likely others estimate its exploitation.
  private List<Map<String, Object>> ratings(AdvisoryAnswer answer) {
    List<Map<String, Object>> ratings = new ArrayList<>();
    ratings.add(
        map(
            "source",
            Map.of("name", words(answer.first().source())),
            "severity",
            switch (answer.first().severity()) {
              case "CRITICAL" -> "critical";
              case "HIGH" -> "high";
              case "MEDIUM" -> "medium";
              case "LOW" -> "low";
              default -> "unknown";
            },
            "method",
            "other"));
    answer
        .mark()
        .flatMap(Mark::likelihood)
        .ifPresent(
            estimate ->
                ratings.add(
                    map(
                        "source",
                        Map.of("name", words("EPSS " + estimate.model() + " " + estimate.day())),
                        "score",
                        estimate.score(),
                        "method",
                        "other")));
    return ratings;
  }

  /// What it means for the site: the gravest that holds for any asset, and for how many what holds.
  private Map<String, Object> analysis(List<AdvisoryAnswer> said) {
    Map<AdvisoryAnswer.Outcome, Long> counts = new EnumMap<>(AdvisoryAnswer.Outcome.class);
    said.forEach(answer -> counts.merge(answer.outcome(), 1L, Long::sum));
    String state =
        counts.containsKey(AdvisoryAnswer.Outcome.CONFIRMED)
            ? "exploitable"
            : counts.keySet().equals(Set.of(AdvisoryAnswer.Outcome.NOT_AFFECTED))
                ? "not_affected"
                : "in_triage";
    return map("state", state, "detail", words(telling.outcomes(counts)));
  }

  private static String status(AdvisoryAnswer.Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED -> "affected";
      case POSSIBLE, NOT_DETERMINED -> "unknown";
      case NOT_AFFECTED -> "unaffected";
    };
  }

  private Map<String, Object> property(String name, String value) {
    return map("name", "lenswacht:" + name, "value", words(value));
  }

  private String words(String text) {
    return Names.text(read.apply(text));
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return map;
  }
}
