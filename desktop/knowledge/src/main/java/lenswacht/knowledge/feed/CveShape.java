package lenswacht.knowledge.feed;

import java.util.ArrayList;
import java.util.List;
import lenswacht.knowledge.feed.StatedRange.Status;
import lenswacht.knowledge.feed.StatedRange.Subject;
import tools.jackson.databind.JsonNode;

/// A vulnerability as the CVE programme writes it since version 5.
final class CveShape {
  private static final List<String> SCORES =
      List.of("cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0");

  private CveShape() {}

  static Statement.Vulnerability read(JsonNode root) throws FeedException {
    JsonNode about = root.path("cveMetadata");
    JsonNode cna = root.path("containers").path("cna");
    List<Statement.Score> scores = new ArrayList<>();
    List<StatedRange> ranges = new ArrayList<>();
    container(cna, scores, ranges);
    for (JsonNode adp : root.path("containers").path("adp")) {
      container(adp, scores, ranges);
    }
    return new Statement.Vulnerability(
        Shapes.cve(about, "cveId"),
        Shapes.day(Shapes.text(about, "datePublished")),
        Shapes.day(Shapes.text(about, "dateUpdated")),
        Shapes.text(about, "state").equals("REJECTED"),
        scores,
        ranges);
  }

  private static void container(
      JsonNode container, List<Statement.Score> scores, List<StatedRange> ranges) {
    String source = Shapes.text(container.path("providerMetadata"), "shortName");
    for (JsonNode metric : container.path("metrics")) {
      for (String kind : SCORES) {
        JsonNode cvss = metric.path(kind);
        Shapes.number(cvss, "baseScore")
            .ifPresent(
                base ->
                    scores.add(
                        new Statement.Score(
                            Shapes.text(cvss, "version"),
                            Shapes.text(cvss, "vectorString"),
                            base,
                            source)));
      }
    }
    for (JsonNode affected : container.path("affected")) {
      affected(affected, ranges);
    }
  }

  private static void affected(JsonNode affected, List<StatedRange> ranges) {
    String vendor = Shapes.text(affected, "vendor");
    String product = Shapes.text(affected, "product");
    List<String> products = new ArrayList<>();
    if (!ProductNames.namesAModel(product)) {
      for (JsonNode platform : affected.path("platforms")) {
        if (ProductNames.namesAModel(platform.asString(""))) {
          products.add(platform.asString(""));
        }
      }
    }
    if (products.isEmpty()) {
      products.add(product);
    }
    Status otherwise = status(Shapes.text(affected, "defaultStatus"));
    for (String one : products) {
      int before = ranges.size();
      for (JsonNode version : affected.path("versions")) {
        Status status = status(Shapes.text(version, "status"));
        version(version, new Subject(vendor, one, status), ranges);
      }
      if (ranges.size() == before) {
        ranges.addAll(RangeText.parse(new Subject(vendor, one, otherwise), ""));
      }
    }
  }

  private static void version(JsonNode version, Subject subject, List<StatedRange> ranges) {
    String start = Shapes.text(version, "version");
    String below = Shapes.text(version, "lessThan");
    String through = Shapes.text(version, "lessThanOrEqual");
    if (below.isEmpty() && through.isEmpty()) {
      String stated = isNothing(start) ? "" : start;
      ranges.addAll(RangeText.parse(subject, stated));
      return;
    }
    String turn = repaired(version, subject.status());
    ranges.add(
        RangeText.of(
            subject,
            start.equals("0") || isNothing(start) ? "" : start,
            turn.isEmpty() ? open(through) : "",
            turn.isEmpty() ? open(below) : turn,
            start + " .. " + below + through));
  }

  /// The first version within an affected range at which it is no longer affected.
  private static String repaired(JsonNode version, Status status) {
    if (status == Status.AFFECTED) {
      for (JsonNode change : version.path("changes")) {
        if (Shapes.text(change, "status").equals("unaffected")) {
          return Shapes.text(change, "at");
        }
      }
    }
    return "";
  }

  private static boolean isNothing(String version) {
    return List.of("n/a", "unspecified", "*", "-").contains(version);
  }

  private static String open(String end) {
    return end.equals("*") || end.equals("unspecified") ? "" : end;
  }

  private static Status status(String text) {
    return switch (text) {
      case "affected" -> Status.AFFECTED;
      case "unaffected" -> Status.NOT_AFFECTED;
      default -> Status.NOT_DETERMINED;
    };
  }
}
