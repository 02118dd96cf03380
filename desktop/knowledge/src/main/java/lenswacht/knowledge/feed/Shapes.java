package lenswacht.knowledge.feed;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What the shapes of all feeds have in common.
final class Shapes {
  private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,7}");

  private Shapes() {}

  /// Text under `field`, empty where there is none.
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : "";
  }

  /// Number under `field`, empty where there is none.
  static Optional<Double> number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNumber() ? Optional.of(value.doubleValue()) : Optional.empty();
  }

  /// The day with which a date or a time begins.
  static Optional<LocalDate> day(String text) {
    try {
      return text.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// A CVE number under `field`.
  ///
  /// @throws FeedException if there is none
  static String cve(JsonNode node, String field) throws FeedException {
    String cve = text(node, field);
    if (!CVE.matcher(cve).matches()) {
      throw new FeedException("there is no CVE number under '" + field + "'");
    }
    return cve;
  }

  static boolean isCve(String text) {
    return CVE.matcher(text).matches();
  }
}
