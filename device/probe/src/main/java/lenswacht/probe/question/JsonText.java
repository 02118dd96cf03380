package lenswacht.probe.question;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The simple fields of a JSON text by path, for example `params.deviceInfo.Version`. Depth, number
/// and length are limited. Arrays count their elements from zero, as in `encrypt_type.0`.
///
/// @param fields path to value, in order
/// @param degraded whether the text was broken and its fields were picked out one by one; paths are
///     then bare names
public record JsonText(Map<String, String> fields, boolean degraded) {
  private static final int MOST = 2048;
  private static final int DEEPEST = 16;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(65_536)
                          .maxNumberLength(64)
                          .maxNameLength(256)
                          .build())
                  .build())
          .build();
  private static final Pattern SIMPLE =
      Pattern.compile(
          "\"([A-Za-z_]\\w{0,63})\"\\s{0,8}:\\s{0,8}"
              + "(?:\"([^\"\\\\]{0,256})\"|(-?[0-9.]{1,20}|true|false))");

  public JsonText {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// Reads the JSON object that begins `text`; where it is broken, picks out its simple fields
  /// instead.
  public static Parsed<JsonText> parse(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root == null || !root.isContainer()) {
        return Parsed.bad("the text is no JSON object");
      }
      flatten("", root, fields);
      return Parsed.good(new JsonText(fields, false));
    } catch (JacksonException broken) {
      return pickedOut(text);
    }
  }

  /// The value of the field whose path is, or ends with, `name`.
  public Optional<String> first(String name) {
    return fields.entrySet().stream()
        .filter(f -> f.getKey().equals(name) || f.getKey().endsWith("." + name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The value of that field, or an empty text.
  public String text(String name) {
    return first(name).orElse("");
  }

  private static void flatten(String path, JsonNode node, Map<String, String> fields) {
    if (fields.size() >= MOST) {
      return;
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              p ->
                  flatten(
                      path.isEmpty() ? p.getKey() : path + "." + p.getKey(), p.getValue(), fields));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path.isEmpty() ? "" + i : path + "." + i, node.get(i), fields);
      }
    } else if (!node.isNull()) {
      fields.put(path, node.asString());
    }
  }

  private static Parsed<JsonText> pickedOut(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher match = SIMPLE.matcher(text);
    while (match.find() && fields.size() < MOST) {
      String value = match.group(2) == null ? match.group(3) : match.group(2);
      fields.putIfAbsent(match.group(1), value);
    }
    return fields.isEmpty()
        ? Parsed.bad("the JSON is broken and holds no readable field")
        : Parsed.good(new JsonText(fields, true));
  }
}
