package lenswacht.knowledge.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lenswacht.knowledge.feed.FeedFile.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a record states. A record that states nothing of the kind that it should is refused.
final class Statements {
  private static final int LONGEST_KEY = 256;

  private final JsonMapper mapper;

  Statements(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /// What a kept record states.
  ///
  /// @throws FeedException if it cannot be read
  List<Statement> of(FeedRecord record) throws FeedException {
    try {
      return of(record.kind(), mapper.readTree(record.raw()));
    } catch (JacksonException e) {
      throw new FeedException("not JSON that can be read: " + e.getOriginalMessage());
    }
  }

  private static List<Statement> of(Kind kind, JsonNode raw) throws FeedException {
    return switch (kind) {
      case KEV -> List.of(exploited(raw));
      case NVD -> List.of(NvdShape.read(vulnerability(raw), number(raw)));
      case CVE -> List.of(CveShape.read(raw));
      case CSAF -> CsafShape.read(raw);
      case EPSS -> List.of(likelihood(raw));
      case LISTING, UNKNOWN -> throw new FeedException("it states nothing");
    };
  }

  /// The record of a part of a feed, if it states what it should.
  ///
  /// @param issued day or time of the whole list, where parts have none of their own
  /// @throws FeedException if it does not
  FeedRecord record(Kind kind, JsonNode part, String issued) throws FeedException {
    of(kind, part);
    return switch (kind) {
      case KEV -> FeedRecord.on(kind, Shapes.cve(part, "cveID"), issued, line(part));
      case NVD ->
          FeedRecord.on(
              kind, number(part), Shapes.text(vulnerability(part), "lastModified"), line(part));
      case CVE -> {
        JsonNode about = part.path("cveMetadata");
        yield FeedRecord.on(
            kind, Shapes.cve(about, "cveId"), Shapes.text(about, "dateUpdated"), line(part));
      }
      case CSAF -> document(part);
      case EPSS, LISTING, UNKNOWN -> throw new FeedException("it states nothing");
    };
  }

  private FeedRecord document(JsonNode part) throws FeedException {
    JsonNode document = part.path("document");
    JsonNode tracking = document.path("tracking");
    String id = Shapes.text(tracking, "id");
    String space = Shapes.text(document.path("publisher"), "namespace");
    String key = "CSAF " + id + " " + space;
    if (id.isEmpty() || key.length() > LONGEST_KEY || key.chars().anyMatch(c -> c < ' ')) {
      throw new FeedException("the document has no id that can be kept");
    }
    return new FeedRecord(
        Kind.CSAF, key, Shapes.text(tracking, "current_release_date"), line(part));
  }

  /// The record of a score.
  FeedRecord score(Statement.Likelihood score) {
    ObjectNode node = mapper.createObjectNode();
    node.put("cve", score.cve());
    node.put("epss", score.score());
    node.put("percentile", score.percentile());
    node.put("model_version", score.model());
    node.put("score_date", score.day().toString());
    return FeedRecord.on(Kind.EPSS, score.cve(), score.day().toString(), line(node));
  }

  private String line(JsonNode node) {
    return mapper.writeValueAsString(node);
  }

  private static JsonNode vulnerability(JsonNode part) {
    return part.path("cve").isObject() ? part.path("cve") : part;
  }

  private static String number(JsonNode part) throws FeedException {
    JsonNode cve = vulnerability(part);
    return cve.has("id") ? Shapes.cve(cve, "id") : Shapes.cve(part.path("_annotation"), "cve_id");
  }

  private static Statement exploited(JsonNode part) throws FeedException {
    return new Statement.Exploited(
        Shapes.cve(part, "cveID"),
        Shapes.day(Shapes.text(part, "dateAdded"))
            .orElseThrow(() -> new FeedException("there is no day under 'dateAdded'")),
        Shapes.text(part, "vendorProject"),
        Shapes.text(part, "product"),
        Optional.of(Shapes.text(part, "knownRansomwareCampaignUse"))
            .filter(text -> !text.isEmpty()));
  }

  private static Statement likelihood(JsonNode part) throws FeedException {
    LocalDate day =
        Shapes.day(Shapes.text(part, "score_date"))
            .orElseThrow(() -> new FeedException("there is no day under 'score_date'"));
    return new Statement.Likelihood(
        Shapes.cve(part, "cve"),
        Shapes.text(part, "epss"),
        Shapes.text(part, "percentile"),
        Shapes.text(part, "model_version"),
        day);
  }
}
