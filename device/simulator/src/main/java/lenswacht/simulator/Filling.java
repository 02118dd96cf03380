package lenswacht.simulator;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns a template into what one host says.
///
/// @param values what fills the gaps
/// @param parts lists that stand in place of `{"part": "name"}`, by name
record Filling(Map<String, String> values, Map<String, List<JsonNode>> parts) {
  Filling {
    values = Map.copyOf(values);
    parts = Map.copyOf(parts);
  }

  /// `node` with the gaps in all its texts filled in and its parts put in place. Names of fields
  /// have no gaps, and a part has no parts.
  JsonNode filled(JsonNode node, String where) throws BuildingException {
    if (node.isString()) {
      return JsonNodeFactory.instance.stringNode(text(node.stringValue(), where));
    }
    if (node.isArray()) {
      return filledList(List.copyOf(node.values()), where);
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        copy.set(field.getKey(), filled(field.getValue(), where));
      }
      return copy;
    }
    return node;
  }

  /// `text` with its gaps filled in.
  String text(String text, String where) throws BuildingException {
    return Gap.fill(text, values, where);
  }

  private ArrayNode filledList(List<JsonNode> elements, String where) throws BuildingException {
    ArrayNode copy = JsonNodeFactory.instance.arrayNode();
    for (JsonNode element : elements) {
      JsonNode name = element.isObject() && element.size() == 1 ? element.get("part") : null;
      if (name == null || !name.isString()) {
        copy.add(filled(element, where));
        continue;
      }
      List<JsonNode> part = parts.get(text(name.stringValue(), where));
      if (part == null) {
        throw new BuildingException(
            where + " names a part that does not exist: " + Fields.shortened(name.stringValue()));
      }
      Filling withoutParts = new Filling(values, Map.of());
      for (JsonNode inPart : part) {
        copy.add(withoutParts.filled(inPart, where));
      }
    }
    return copy;
  }
}
