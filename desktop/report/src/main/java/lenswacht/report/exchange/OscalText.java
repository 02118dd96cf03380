package lenswacht.report.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import lenswacht.assessment.Finding;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.Visit;
import lenswacht.knowledge.Control;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportOrder;
import lenswacht.report.Telling;

/// OSCAL assessment results, version 1.2.2: each finding on an asset is an observation (TEST where
/// it rests on evidence from the network, INTERVIEW where on what people answered, EXAMINE where on
/// knowledge), each cause a risk, each control a finding. What is not determined is "not satisfied"
/// for the reason "other" and says so; what does not apply is left out.
public final class OscalText {
  static final String VERSION = "1.2.2";
  private static final String OURS = "https://lenswacht.nl/ns/oscal";

  private final ReportContents contents;
  private final ReportOrder order;
  private final Telling telling;
  private final UnaryOperator<String> read;
  private final Names names;
  private final Set<EvidenceId> cited = new LinkedHashSet<>();
  private final Map<String, List<String>> byRule = new LinkedHashMap<>();

  /// @param telling the words of findings and remedies
  /// @param read what the audience may read of a text
  public OscalText(
      ReportContents contents, ReportOrder order, Telling telling, UnaryOperator<String> read) {
    this.contents = contents;
    this.order = order;
    this.telling = telling;
    this.read = read;
    this.names = new Names(contents.assessment().site() + "\n" + contents.assessment().edition());
  }

  /// The document, as maps and lists.
  public Map<String, Object> document() {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("uuid", names.id("assessment-results", order.printedAt().toString()));
    results.put("metadata", metadata());
    results.put("import-ap", Map.of("href", "#" + names.id("plan")));
    results.put("results", List.of(result()));
    results.put("back-matter", Map.of("resources", resources()));
    return Map.of("assessment-results", results);
  }

  private Map<String, Object> metadata() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("title", words(telling.title()));
    metadata.put("last-modified", moment(order.printedAt()));
    metadata.put("version", contents.edition().id());
    metadata.put("oscal-version", VERSION);
    metadata.put(
        "props",
        List.of(
            property("marking", telling.marking()),
            property("status", order.draft() ? "draft" : "determined"),
            property("audience", order.audience().word())));
    metadata.put("roles", List.of(map("id", "assessor", "title", "Assessor")));
    metadata.put(
        "parties",
        List.of(
            map(
                "uuid", names.id("party"),
                "type", "organization",
                "name", words(contents.assessment().site()))));
    return metadata;
  }

  private Map<String, Object> result() {
    List<Visit> visits = contents.seen().visits();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("uuid", names.id("result"));
    result.put("title", words(telling.title()));
    result.put("description", words(telling.kind()));
    result.put("start", moment(visits.isEmpty() ? order.printedAt() : visits.getFirst().started()));
    visits.stream()
        .flatMap(visit -> visit.ended().stream())
        .reduce((_, later) -> later)
        .ifPresent(ended -> result.put("end", moment(ended)));
    Map<String, Object> definitions = new LinkedHashMap<>();
    put(definitions, "inventory-items", inventory());
    definitions.put(
        "assessment-assets",
        Map.of(
            "assessment-platforms",
            List.of(map("uuid", names.id("platform"), "title", words(order.programVersion())))));
    result.put("local-definitions", definitions);
    result.put("reviewed-controls", reviewed());
    List<Map<String, Object>> log = visits.stream().map(this::logged).toList();
    if (!log.isEmpty()) {
      result.put("assessment-log", Map.of("entries", log));
    }
    put(result, "observations", observations());
    put(result, "risks", risks());
    put(result, "findings", findings());
    result.put("remarks", words(telling.limits()));
    return result;
  }

  private Map<String, Object> logged(Visit visit) {
    Map<String, Object> logged = new LinkedHashMap<>();
    logged.put("uuid", names.id("visit", visit.run()));
    logged.put("title", words(visit.program()));
    logged.put("start", moment(visit.started()));
    visit.ended().ifPresent(ended -> logged.put("end", moment(ended)));
    logged.put("props", List.of(property("journal-sha-256", visit.journalHash())));
    return logged;
  }

  private List<Map<String, Object>> inventory() {
    List<Map<String, Object>> inventory = new ArrayList<>();
    for (RatedAsset asset : contents.assessment().assets()) {
      List<Map<String, Object>> properties = new ArrayList<>();
      properties.add(property("espionage", telling.level(asset.espionage())));
      properties.add(property("privacy", telling.level(asset.privacy())));
      var identity = asset.identification().identity();
      identity.maker().ifPresent(maker -> properties.add(property("maker", maker)));
      identity.model().ifPresent(model -> properties.add(property("model", model)));
      identity.firmware().ifPresent(version -> properties.add(property("firmware", version)));
      inventory.add(
          map(
              "uuid", asset(asset),
              "description", words(telling.kind(asset) + " " + asset.address()),
              "props", properties));
    }
    return inventory;
  }

  private String asset(RatedAsset asset) {
    return names.id("asset", asset.address());
  }

  private Map<String, Object> reviewed() {
    List<Map<String, Object>> controls =
        contents.assessment().controls().entrySet().stream()
            .filter(control -> control.getValue() != Verdict.NOT_APPLICABLE)
            .map(control -> Map.<String, Object>of("control-id", Names.token(control.getKey())))
            .toList();
    return Map.of(
        "control-selections",
        List.of(
            controls.isEmpty()
                ? Map.of("include-all", Map.of())
                : Map.of("include-controls", controls)));
  }

  private List<Map<String, Object>> observations() {
    List<Map<String, Object>> observations = new ArrayList<>();
    for (RatedAsset asset : contents.assessment().assets()) {
      for (Finding finding : asset.findings()) {
        String id = names.id("observation", asset.address(), finding.rule());
        byRule.computeIfAbsent(finding.rule(), first -> new ArrayList<>()).add(id);
        Map<String, Object> observation = new LinkedHashMap<>();
        observation.put("uuid", id);
        observation.put("title", words(finding.rule()));
        observation.put("description", words(telling.sentence(finding)));
        observation.put("methods", methods(finding));
        observation.put("types", List.of("control-objective"));
        observation.put("origins", List.of(origin()));
        observation.put(
            "subjects", List.of(map("subject-uuid", asset(asset), "type", "inventory-item")));
        put(observation, "relevant-evidence", evidence(finding));
        observation.put("collected", moment(collected(finding)));
        observations.add(observation);
      }
    }
    return observations;
  }

  private static List<String> methods(Finding finding) {
    List<String> methods = new ArrayList<>();
    if (!finding.evidence().isEmpty()) {
      methods.add("TEST");
    }
    if (!finding.answers().isEmpty()) {
      methods.add("INTERVIEW");
    }
    return methods.isEmpty() ? List.of("EXAMINE") : methods;
  }

  private List<Map<String, Object>> evidence(Finding finding) {
    cited.addAll(finding.evidence());
    return finding.evidence().stream()
        .distinct()
        .map(id -> map("href", "#" + names.id("evidence", id.hex()), "description", id.hex()))
        .toList();
  }

  private Instant collected(Finding finding) {
    return finding.evidence().stream()
        .flatMap(id -> contents.evidence().kept(id).stream())
        .map(Evidence::at)
        .findFirst()
        .orElse(order.printedAt());
  }

  private Map<String, Object> origin() {
    return Map.of(
        "actors", List.of(map("type", "assessment-platform", "actor-uuid", names.id("platform"))));
  }

  private List<Map<String, Object>> risks() {
    List<Map<String, Object>> risks = new ArrayList<>();
    for (Telling.Told told : telling.causes()) {
      Map<String, Object> risk = new LinkedHashMap<>();
      risk.put("uuid", names.id("risk", told.rule()));
      risk.put("title", words(told.rule() + ". " + told.sentence()));
      risk.put("description", words(told.sentence() + " " + told.clause()));
      risk.put("statement", words(told.acceptableIf()));
      risk.put("status", "open");
      risk.put("origins", List.of(origin()));
      risk.put(
          "characterizations",
          List.of(
              map(
                  "origin",
                  origin(),
                  "facets",
                  List.of(
                      map(
                          "name",
                          "severity",
                          "system",
                          OURS,
                          "value",
                          told.severity().name().toLowerCase(Locale.ROOT))))));
      told.remedy()
          .ifPresent(
              remedy -> {
                remedy
                    .due()
                    .ifPresent(
                        due ->
                            risk.put(
                                "deadline", moment(due.atStartOfDay().toInstant(ZoneOffset.UTC))));
                risk.put(
                    "remediations",
                    List.of(
                        map(
                            "uuid", names.id("remedy", told.rule(), remedy.id()),
                            "lifecycle", remedy.isAgreed() ? "planned" : "recommendation",
                            "title", words(remedy.id()),
                            "description", words(remedy.what()),
                            "props", List.of(property("owner", remedy.owner())))));
              });
      put(
          risk,
          "related-observations",
          byRule.getOrDefault(told.rule(), List.of()).stream()
              .map(id -> Map.<String, Object>of("observation-uuid", id))
              .toList());
      risks.add(risk);
    }
    return risks;
  }

  private List<Map<String, Object>> findings() {
    List<Map<String, Object>> findings = new ArrayList<>();
    contents
        .assessment()
        .controls()
        .forEach(
            (id, verdict) -> state(verdict).ifPresent(state -> findings.add(finding(id, state))));
    return findings;
  }

  private Map<String, Object> finding(String id, Map<String, Object> state) {
    List<String> rules =
        contents.edition().pack().control(id).map(Control::rules).orElse(List.of()).stream()
            .filter(byRule::containsKey)
            .toList();
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("uuid", names.id("finding", id));
    finding.put("title", words(id));
    finding.put("description", words(telling.control(id)));
    finding.put("origins", List.of(origin()));
    finding.put(
        "target", map("type", "objective-id", "target-id", Names.token(id), "status", state));
    put(
        finding,
        "related-observations",
        rules.stream()
            .flatMap(rule -> byRule.getOrDefault(rule, List.of()).stream())
            .distinct()
            .map(observed -> Map.<String, Object>of("observation-uuid", observed))
            .toList());
    put(
        finding,
        "related-risks",
        rules.stream()
            .map(rule -> Map.<String, Object>of("risk-uuid", names.id("risk", rule)))
            .toList());
    return finding;
  }

  private Optional<Map<String, Object>> state(Verdict verdict) {
    return switch (verdict) {
      case SATISFIED -> Optional.of(map("state", "satisfied", "reason", "pass"));
      case NOT_SATISFIED -> Optional.of(map("state", "not-satisfied", "reason", "fail"));
      case NOT_DETERMINED ->
          Optional.of(
              map(
                  "state", "not-satisfied",
                  "reason", "other",
                  "remarks", words(telling.verdict(verdict))));
      case NOT_APPLICABLE -> Optional.empty();
    };
  }

  private List<Map<String, Object>> resources() {
    List<Map<String, Object>> resources = new ArrayList<>();
    resources.add(
        map(
            "uuid", names.id("plan"),
            "title", words(telling.mandate()),
            "props",
                contents.seen().visits().stream()
                    .map(visit -> property("mandate-sha-256", visit.mandateHash()))
                    .distinct()
                    .toList()));
    if (contents.seen().visits().isEmpty()) {
      resources.getFirst().remove("props");
    }
    for (EvidenceId id : cited) {
      Map<String, Object> resource = new LinkedHashMap<>();
      resource.put("uuid", names.id("evidence", id.hex()));
      resource.put("title", id.hex());
      contents
          .evidence()
          .kept(id)
          .ifPresent(
              evidence ->
                  resource.put(
                      "rlinks",
                      List.of(
                          map(
                              "href",
                              "evidence/" + id.hex(),
                              "hashes",
                              List.of(
                                  map(
                                      "algorithm",
                                      "SHA-256",
                                      "value",
                                      evidence.bytes().sha256().hex()))))));
      resources.add(resource);
    }
    return resources;
  }

  private Map<String, Object> property(String name, String value) {
    return map("name", name, "ns", OURS, "value", words(value));
  }

  private String words(String text) {
    return Names.text(read.apply(text));
  }

  private static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return map;
  }

  /// An empty list is no list in OSCAL.
  private static void put(Map<String, Object> into, String name, List<?> values) {
    if (!values.isEmpty()) {
      into.put(name, values);
    }
  }
}
