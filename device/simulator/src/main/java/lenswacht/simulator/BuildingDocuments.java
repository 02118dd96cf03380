package lenswacht.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the command writes about an open building.
final class BuildingDocuments {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private BuildingDocuments() {}

  /// `ready 60 hosts 300 listeners low-ports-at 0 base 127.66.0.1`.
  static String readyLine(SimulatedBuilding building, int shift) {
    return "ready %d hosts %d listeners low-ports-at %d base %s"
        .formatted(building.hosts().size(), building.listeners(), shift, first(building));
  }

  /// The same as a JSON object on one line.
  static String readyJson(SimulatedBuilding building, int shift) {
    ObjectNode ready = JsonNodeFactory.instance.objectNode();
    ready.put("ready", true);
    ready.put("hosts", building.hosts().size());
    ready.put("listeners", building.listeners());
    ready.put("low_ports_at", shift);
    ready.put("base", first(building));
    return MAPPER.writeValueAsString(ready);
  }

  private static String first(SimulatedBuilding building) {
    return building.addressOf(building.hosts().getFirst().id()).getHostAddress();
  }

  /// Writes a CSV with a header line: address, id, label and what can be known.
  static void writeMap(Path file, SimulatedBuilding building) throws IOException {
    StringBuilder csv =
        new StringBuilder("address,id,label,kind,brand,maker,model,firmware,build_date\r\n");
    for (SimulatedHost host : building.hosts()) {
      Expected expected = host.expected();
      List<String> fields =
          List.of(
              building.addressOf(host.id()).getHostAddress(),
              host.id(),
              host.label(),
              expected.kind(),
              expected.brand().orElse(""),
              expected.maker().orElse(""),
              expected.model().orElse(""),
              expected.firmware().orElse(""),
              expected.buildDate().map(Object::toString).orElse(""));
      csv.append(String.join(",", fields.stream().map(BuildingDocuments::quoted).toList()));
      csv.append("\r\n");
    }
    replace(file, csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Writes the counters of every host as a JSON list.
  static void writeCounters(Path file, SimulatedBuilding building) throws IOException {
    List<ObjectNode> hosts =
        building.counters().entrySet().stream().map(counted -> node(building, counted)).toList();
    replace(file, MAPPER.writeValueAsBytes(hosts));
  }

  private static ObjectNode node(
      SimulatedBuilding building, Map.Entry<String, HostCounters> counted) {
    HostCounters counters = counted.getValue();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", counted.getKey());
    node.put("address", building.addressOf(counted.getKey()).getHostAddress());
    node.put("tcp_connections", counters.tcpConnections());
    node.put("tcp_bytes_in", counters.tcpBytesIn());
    node.put("udp_datagrams", counters.udpDatagrams());
    node.put("udp_bytes_in", counters.udpBytesIn());
    node.put("requests", counters.requests());
    node.put("max_open_at_once", counters.maxOpenAtOnce());
    ObjectNode flags = node.putObject("flags");
    counters.flags().forEach(flags::put);
    ObjectNode never = node.putObject("never");
    counters.neverFlags().forEach(never::put);
    var seen = node.putArray("requests_seen");
    counters.requestsSeen().forEach(seen::add);
    return node;
  }

  private static String quoted(String field) {
    return field.matches("[^\",\\r\\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, content);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
