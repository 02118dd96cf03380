package lenswacht.knowledge.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lenswacht.knowledge.feed.StatedRange.Status;
import lenswacht.knowledge.feed.StatedRange.Subject;
import tools.jackson.databind.JsonNode;

/// An advisory document in CSAF 2.0 or 2.1, VEX profile included. Where a product is named both in
/// a range and by status, the status is kept beside the range.
final class CsafShape {
  private static final int DEEPEST = 16;

  /// Names on the way to a product.
  private record Place(String vendor, String product, String range) {
    static final Place NOWHERE = new Place("", "", "");

    /// Firmware on a model: the model of one with the versions of the other.
    Place on(Place base) {
      boolean onModel =
          ProductNames.namesAModel(base.product()) && !ProductNames.namesAModel(product);
      return onModel
          ? new Place(base.vendor(), base.product(), range.isEmpty() ? base.range() : range)
          : this;
    }

    /// With a model that stands in the place of a version.
    Place tidied() {
      return ProductNames.isAModel(range) && !ProductNames.namesAModel(product)
          ? new Place(vendor, range, "")
          : this;
    }
  }

  private final JsonNode root;
  private final Map<String, Place> products = new HashMap<>();

  private CsafShape(JsonNode root) {
    this.root = root;
  }

  static List<Statement> read(JsonNode root) throws FeedException {
    String version = Shapes.text(root.path("document"), "csaf_version");
    if (!version.equals("2.0") && !version.equals("2.1")) {
      throw new FeedException("CSAF version '" + version + "' is not known here");
    }
    return new CsafShape(root).statements();
  }

  private List<Statement> statements() throws FeedException {
    JsonNode tree = root.path("product_tree");
    branches(tree.path("branches"), Place.NOWHERE, 0);
    for (JsonNode product : tree.path("full_product_names")) {
      named(product, Place.NOWHERE);
    }
    for (JsonNode relation : tree.path("relationships")) {
      Place part = products.getOrDefault(Shapes.text(relation, "product_reference"), Place.NOWHERE);
      Place base =
          products.getOrDefault(
              Shapes.text(relation, "relates_to_product_reference"), Place.NOWHERE);
      named(relation.path("full_product_name"), part.on(base));
    }
    List<Statement> statements = new ArrayList<>();
    for (JsonNode vulnerability : root.path("vulnerabilities")) {
      statements.add(advised(vulnerability));
    }
    if (statements.isEmpty()) {
      statements.add(advised(root.path("vulnerabilities")));
    }
    return statements;
  }

  private void branches(JsonNode branches, Place above, int depth) throws FeedException {
    if (depth > DEEPEST) {
      throw new FeedException("the product tree is deeper than " + DEEPEST + " branches");
    }
    for (JsonNode branch : branches) {
      String name = Shapes.text(branch, "name");
      Place here =
          switch (Shapes.text(branch, "category")) {
            case "vendor" -> new Place(name, above.product(), above.range());
            case "product_name", "product_family" -> new Place(above.vendor(), name, above.range());
            case "product_version", "product_version_range" ->
                new Place(above.vendor(), above.product(), name);
            default -> above;
          };
      named(branch.path("product"), here);
      branches(branch.path("branches"), here, depth + 1);
    }
  }

  private void named(JsonNode product, Place place) {
    String id = Shapes.text(product, "product_id");
    if (!id.isEmpty()) {
      JsonNode numbers = product.path("product_identification_helper").path("model_numbers");
      List<String> models = new ArrayList<>();
      numbers.forEach(number -> models.add(number.asString("")));
      String name = place.product().isEmpty() ? Shapes.text(product, "name") : place.product();
      String stated = models.isEmpty() ? name : String.join(", ", models);
      products.put(id, new Place(place.vendor(), stated, place.range()).tidied());
    }
  }

  private Statement.Advised advised(JsonNode vulnerability) {
    JsonNode tracking = root.path("document").path("tracking");
    String document = Shapes.text(tracking, "id");
    String cve = Shapes.text(vulnerability, "cve");
    List<StatedRange> ranges = new ArrayList<>();
    JsonNode status = vulnerability.path("product_status");
    for (Map.Entry<String, JsonNode> kind : status.properties()) {
      for (JsonNode id : kind.getValue()) {
        Place place = products.getOrDefault(id.asString(""), Place.NOWHERE);
        ranges.addAll(
            RangeText.parse(
                new Subject(place.vendor(), place.product(), status(kind.getKey())),
                place.range()));
      }
    }
    return new Statement.Advised(
        Shapes.isCve(cve) ? cve : document,
        document,
        Shapes.text(root.path("document"), "category"),
        Shapes.text(root.path("document").path("publisher"), "name"),
        Shapes.text(root.path("document").path("publisher"), "category").equals("vendor"),
        Shapes.day(Shapes.text(tracking, "current_release_date")),
        noFixPlanned(vulnerability),
        scores(vulnerability),
        ranges);
  }

  private static boolean noFixPlanned(JsonNode vulnerability) {
    for (JsonNode remediation : vulnerability.path("remediations")) {
      if (Shapes.text(remediation, "category").equals("no_fix_planned")) {
        return true;
      }
    }
    return false;
  }

  private List<Statement.Score> scores(JsonNode vulnerability) {
    String publisher = Shapes.text(root.path("document").path("publisher"), "name");
    List<Statement.Score> scores = new ArrayList<>();
    for (JsonNode score : vulnerability.path("scores")) {
      for (String kind : List.of("cvss_v3", "cvss_v2")) {
        score(score.path(kind), publisher, scores);
      }
    }
    for (JsonNode metric : vulnerability.path("metrics")) {
      for (String kind : List.of("cvss_v4", "cvss_v3", "cvss_v2")) {
        score(metric.path("content").path(kind), publisher, scores);
      }
    }
    return scores;
  }

  private static void score(JsonNode cvss, String publisher, List<Statement.Score> scores) {
    Shapes.number(cvss, "baseScore")
        .ifPresent(
            base ->
                scores.add(
                    new Statement.Score(
                        Shapes.text(cvss, "version"),
                        Shapes.text(cvss, "vectorString"),
                        base,
                        publisher)));
  }

  private static Status status(String kind) {
    return switch (kind) {
      case "known_affected", "first_affected", "last_affected" -> Status.AFFECTED;
      case "fixed", "first_fixed" -> Status.FIXED;
      case "known_not_affected" -> Status.NOT_AFFECTED;
      case "under_investigation" -> Status.INVESTIGATED;
      default -> Status.NOT_DETERMINED;
    };
  }
}
