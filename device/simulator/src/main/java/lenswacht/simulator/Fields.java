package lenswacht.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The fields of one JSON object, read strictly: a field of the wrong sort is refused with a
/// sentence that says where.
///
/// @param node the object
/// @param where the way to it, for people
record Fields(JsonNode node, String where) {

  /// The fields of `node`.
  ///
  /// @throws BuildingException if it is not an object
  static Fields of(JsonNode node, String where) throws BuildingException {
    if (!node.isObject()) {
      throw new BuildingException(where + " must be an object");
    }
    return new Fields(node, where);
  }

  /// Refuses fields that are not among `known`.
  void only(Set<String> known) throws BuildingException {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        throw new BuildingException(where + " has the unknown field '" + shortened(name) + "'");
      }
    }
  }

  boolean has(String name) {
    JsonNode value = node.get(name);
    return value != null && !value.isNull();
  }

  /// A text; absent and null are empty. A list of texts is joined with line feeds.
  Optional<String> text(String name) throws BuildingException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (value.isArray()) {
      List<String> lines = new ArrayList<>();
      for (JsonNode line : value.values()) {
        if (!line.isString()) {
          throw new BuildingException(where + ": '" + name + "' must be a list of texts");
        }
        lines.add(line.stringValue());
      }
      return Optional.of(String.join("\n", lines));
    }
    if (!value.isString()) {
      throw new BuildingException(where + ": '" + name + "' must be a text");
    }
    return Optional.of(value.stringValue());
  }

  String requiredText(String name) throws BuildingException {
    Optional<String> text = text(name);
    if (text.isEmpty() || text.get().isEmpty()) {
      throw new BuildingException(where + " lacks '" + name + "'");
    }
    return text.get();
  }

  int number(String name, int otherwise, int least, int most) throws BuildingException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw new BuildingException(
          where + ": '" + name + "' must be a number from " + least + " to " + most);
    }
    return value.intValue();
  }

  boolean yes(String name, boolean otherwise) throws BuildingException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw new BuildingException(where + ": '" + name + "' must be true or false");
    }
    return value.booleanValue();
  }

  /// The object under `name`; empty if absent or null.
  Optional<Fields> object(String name) throws BuildingException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(of(value, where + ", " + name));
  }

  /// The elements of the list under `name`; none if absent or null.
  List<JsonNode> list(String name, int most) throws BuildingException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new BuildingException(where + ": '" + name + "' must be a list");
    }
    if (value.size() > most) {
      throw new BuildingException(where + ": '" + name + "' is longer than " + most);
    }
    return List.copyOf(value.values());
  }

  /// The objects in the list under `name`; none if absent or null.
  List<Fields> objects(String name, int most) throws BuildingException {
    List<Fields> objects = new ArrayList<>();
    int position = 0;
    for (JsonNode element : list(name, most)) {
      position++;
      objects.add(of(element, where + ", " + name + " " + position));
    }
    return objects;
  }

  /// At most 60 characters of `text`, for a sentence.
  static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}", ".");
    return line.length() > 60 ? line.substring(0, 60) + "..." : line;
  }
}
