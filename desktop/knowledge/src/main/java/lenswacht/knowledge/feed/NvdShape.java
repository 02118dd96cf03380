package lenswacht.knowledge.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lenswacht.knowledge.feed.StatedRange.Status;
import lenswacht.knowledge.feed.StatedRange.Subject;
import tools.jackson.databind.JsonNode;

/// A vulnerability as NVD writes it since version 2.0.
final class NvdShape {
  private static final int VENDOR = 3;
  private static final int PRODUCT = 4;
  private static final int VERSION = 5;
  private static final int UPDATE = 6;

  private NvdShape() {}

  static Statement.Vulnerability read(JsonNode cve, String number) {
    return new Statement.Vulnerability(
        number,
        Shapes.day(Shapes.text(cve, "published")),
        Shapes.day(Shapes.text(cve, "lastModified")),
        Shapes.text(cve, "vulnStatus").equalsIgnoreCase("Rejected"),
        scores(cve.path("metrics")),
        ranges(cve.path("configurations")));
  }

  private static List<Statement.Score> scores(JsonNode metrics) {
    List<Statement.Score> scores = new ArrayList<>();
    for (Map.Entry<String, JsonNode> kind : metrics.properties()) {
      for (JsonNode metric : kind.getValue()) {
        JsonNode cvss = metric.path("cvssData");
        Shapes.number(cvss, "baseScore")
            .ifPresent(
                base ->
                    scores.add(
                        new Statement.Score(
                            Shapes.text(cvss, "version"),
                            Shapes.text(cvss, "vectorString"),
                            base,
                            Shapes.text(metric, "source"))));
      }
    }
    return scores;
  }

  private static List<StatedRange> ranges(JsonNode configurations) {
    List<StatedRange> ranges = new ArrayList<>();
    for (JsonNode configuration : configurations) {
      for (JsonNode node : configuration.path("nodes")) {
        for (JsonNode match : node.path("cpeMatch")) {
          range(match, ranges);
        }
      }
    }
    return ranges;
  }

  private static void range(JsonNode match, List<StatedRange> ranges) {
    String[] cpe = Shapes.text(match, "criteria").split("(?<!\\\\):", 14);
    if (cpe.length <= UPDATE || !match.path("vulnerable").asBoolean(false)) {
      return;
    }
    String exact = cpe[VERSION].equals("*") || cpe[VERSION].equals("-") ? "" : plain(cpe[VERSION]);
    String update =
        cpe[UPDATE].equals("*") || cpe[UPDATE].equals("-") ? "" : "_" + plain(cpe[UPDATE]);
    String from = Shapes.text(match, "versionStartIncluding");
    String after = Shapes.text(match, "versionStartExcluding");
    String first = from.isEmpty() && !after.isEmpty() ? ">" + after : from;
    String through = Shapes.text(match, "versionEndIncluding");
    ranges.add(
        RangeText.of(
            new Subject(plain(cpe[VENDOR]), plain(cpe[PRODUCT]), Status.AFFECTED),
            exact.isEmpty() ? first : exact + update,
            exact.isEmpty() ? through : exact + update,
            Shapes.text(match, "versionEndExcluding"),
            Shapes.text(match, "criteria")));
  }

  private static String plain(String part) {
    return part.replace("\\", "");
  }
}
