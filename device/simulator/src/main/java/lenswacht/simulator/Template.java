package lenswacht.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Services and expectations with gaps, such as `${model}`, which a host fills in.
///
/// @param name name within the building file
/// @param defaults what fills a gap when the host says nothing
/// @param services the services, with gaps
/// @param expected what can be known, with gaps; an empty object if the template does not say
record Template(
    String name, Map<String, String> defaults, List<JsonNode> services, JsonNode expected) {

  Template {
    defaults = Map.copyOf(defaults);
    services = List.copyOf(services);
  }

  /// The values of a host: its own, then those of its templates in their order.
  static Map<String, String> values(Map<String, String> own, List<Template> templates) {
    Map<String, String> values = new HashMap<>(own);
    for (Template template : templates) {
      template.defaults.forEach(values::putIfAbsent);
    }
    return values;
  }
}
