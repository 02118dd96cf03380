package lenswacht.simulator;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads one host of a building file.
///
/// @param templates the templates of the file, by name
/// @param parts the parts of the file, by name
record HostReader(Map<String, Template> templates, Map<String, List<JsonNode>> parts) {
  private static final int MOST_SERVICES = 40;
  private static final int LONGEST_ID = 64;
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "label",
          "address",
          "behaviour",
          "pause_millis",
          "use",
          "with",
          "services",
          "expected");
  private static final Set<String> EXPECTED_FIELDS =
      Set.of("kind", "brand", "maker", "model", "firmware", "build_date");

  HostReader {
    templates = Map.copyOf(templates);
    parts = Map.copyOf(parts);
  }

  SimulatedHost read(Fields fields) throws BuildingException {
    fields.only(FIELDS);
    String id = id(fields);
    String where = "host '" + id + "'";
    List<Template> used = used(fields, where);
    Filling filling = new Filling(Template.values(own(fields, id), used), parts);
    Behaviour behaviour = behaviour(fields, where);
    return new SimulatedHost(
        id,
        filling.text(fields.text("label").orElse(id), where),
        fields.text("address"),
        behaviour,
        Duration.ofMillis(fields.number("pause_millis", usualPause(behaviour), 0, 60_000)),
        expected(expectation(fields, used, filling, where)),
        services(fields, used, filling, where));
  }

  /// Checks and gives the id of a host.
  static String id(Fields fields) throws BuildingException {
    String id = fields.requiredText("id");
    if (id.length() > LONGEST_ID || !id.matches("[0-9A-Za-z._-]+")) {
      throw new BuildingException(
          fields.where()
              + ": the id '"
              + Fields.shortened(id)
              + "' may have 64 letters, digits, dots, hyphens and underscores");
    }
    return id;
  }

  /// A slow host waits two seconds; a dripping one a tenth between two bytes.
  static int usualPause(Behaviour behaviour) {
    return switch (behaviour) {
      case SLOW -> 2_000;
      case DRIP -> 100;
      case NORMAL, SILENT, GARBLED -> 0;
    };
  }

  private static Behaviour behaviour(Fields fields, String where) throws BuildingException {
    Optional<String> word = fields.text("behaviour");
    if (word.isEmpty()) {
      return Behaviour.NORMAL;
    }
    return Behaviour.of(word.get())
        .orElseThrow(
            () ->
                new BuildingException(
                    where + ": 'behaviour' must be normal, slow, silent, garbled or drip"));
  }

  private List<Template> used(Fields fields, String where) throws BuildingException {
    List<Template> used = new ArrayList<>();
    for (JsonNode name : fields.list("use", 20)) {
      Template template = name.isString() ? templates.get(name.stringValue()) : null;
      if (template == null) {
        throw new BuildingException(where + " uses a template that does not exist: " + name);
      }
      used.add(template);
    }
    return used;
  }

  private static Map<String, String> own(Fields fields, String id) throws BuildingException {
    Map<String, String> values = new HashMap<>();
    values.put("id", id);
    Optional<Fields> with = fields.object("with");
    if (with.isPresent()) {
      for (String name : with.get().node().propertyNames()) {
        values.put(name, with.get().text(name).orElse(""));
      }
    }
    return values;
  }

  private static List<SimulatedService> services(
      Fields fields, List<Template> used, Filling filling, String where) throws BuildingException {
    List<SimulatedService> services = new ArrayList<>();
    for (Template template : used) {
      String inTemplate = where + ", template '" + template.name() + "'";
      for (JsonNode service : template.services()) {
        put(services, service, filling, inTemplate);
      }
    }
    ServiceReader.refuseSharedPorts(services, where);
    for (JsonNode service : fields.list("services", MOST_SERVICES)) {
      put(services, service, filling, where);
    }
    if (services.isEmpty() || services.size() > MOST_SERVICES) {
      throw new BuildingException(where + " must have 1 to 40 services");
    }
    return services;
  }

  /// A host's own service stands in place of a template's at the same port.
  private static void put(
      List<SimulatedService> services, JsonNode node, Filling filling, String where)
      throws BuildingException {
    SimulatedService service =
        new ServiceReader(true).read(Fields.of(filling.filled(node, where), where));
    if (!where.contains(", template '")) {
      services.removeIf(other -> other.place().equals(service.place()));
    }
    services.add(service);
  }

  private static Fields expectation(
      Fields fields, List<Template> used, Filling filling, String where) throws BuildingException {
    ObjectNode together = JsonNodeFactory.instance.objectNode();
    for (Template template : used) {
      for (Map.Entry<String, JsonNode> field : template.expected().properties()) {
        together.set(field.getKey(), filling.filled(field.getValue(), where));
      }
    }
    Optional<Fields> own = fields.object("expected");
    if (own.isPresent()) {
      for (Map.Entry<String, JsonNode> field : own.get().node().properties()) {
        together.set(field.getKey(), filling.filled(field.getValue(), where));
      }
    }
    return new Fields(together, where + ", expected");
  }

  private static Expected expected(Fields fields) throws BuildingException {
    fields.only(EXPECTED_FIELDS);
    String kind = fields.requiredText("kind");
    if (!Expected.KINDS.contains(kind)) {
      throw new BuildingException(fields.where() + ": '" + kind + "' is no kind of asset");
    }
    return new Expected(
        kind,
        known(fields, "brand"),
        known(fields, "maker"),
        known(fields, "model"),
        known(fields, "firmware"),
        date(fields));
  }

  /// A text that is not empty.
  static Optional<String> known(Fields fields, String name) throws BuildingException {
    return fields.text(name).filter(text -> !text.isEmpty());
  }

  /// The day under `build_date`.
  static Optional<LocalDate> date(Fields fields) throws BuildingException {
    Optional<String> text = known(fields, "build_date");
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException unusable) {
      throw new BuildingException(
          fields.where() + ": 'build_date' must be a day such as 2024-06-06");
    }
  }
}
