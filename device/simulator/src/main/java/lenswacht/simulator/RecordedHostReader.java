package lenswacht.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads a host from one line of a collection of recorded replies. Such a line carries remarks on
/// its origin, so unknown fields are left aside.
final class RecordedHostReader {
  private static final int MOST_SERVICES = 40;

  private RecordedHostReader() {}

  static SimulatedHost read(JsonNode line, String where) throws BuildingException {
    Fields fields = Fields.of(line, where);
    String id = HostReader.id(fields);
    List<SimulatedService> services = new ArrayList<>();
    ServiceReader reader = new ServiceReader(false);
    for (Fields service : fields.objects("services", MOST_SERVICES)) {
      services.add(reader.read(service));
    }
    ServiceReader.refuseSharedPorts(services, "host '" + id + "'");
    Optional<Fields> truth = fields.object("truth");
    return new SimulatedHost(
        id,
        id,
        Optional.empty(),
        Behaviour.NORMAL,
        Duration.ZERO,
        truth.isPresent() ? expected(truth.get()) : Expected.NOTHING,
        services);
  }

  private static Expected expected(Fields truth) throws BuildingException {
    return new Expected(
        kind(truth.text("kind").orElse("")),
        HostReader.known(truth, "vendor"),
        HostReader.known(truth, "true_maker"),
        HostReader.known(truth, "model"),
        HostReader.known(truth, "firmware"),
        HostReader.date(truth));
  }

  private static String kind(String word) {
    return switch (word) {
      case "nvr", "dvr" -> "recorder";
      case "not_camera" -> "other";
      default -> Expected.KINDS.contains(word) ? word : "unknown";
    };
  }
}
