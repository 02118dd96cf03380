package lenswacht.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads building files, within limits on size, depth and number.
final class BuildingReader {
  /// Largest file, in bytes.
  static final long LARGEST_FILE = 32L << 20;

  /// Most hosts in one building.
  static final int MOST_HOSTS = 5_000;

  private static final int DEEPEST = 24;
  private static final int LONGEST_TEXT = 2 << 20;
  private static final String FORMAT = "lenswacht-building-1";

  private static final JsonMapper MAPPER = mapper();

  private BuildingReader() {}

  static Building read(Path file) throws BuildingException {
    byte[] bytes;
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new BuildingException("the building file is larger than 32 MiB");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new BuildingException("the building file cannot be read: " + unreadable.getMessage());
    }
    Path name = file.getFileName();
    return name != null && name.toString().endsWith(".jsonl")
        ? readLines(bytes)
        : readDocument(bytes);
  }

  /// A building from one JSON document.
  static Building readDocument(byte[] utf8) throws BuildingException {
    Fields fields = Fields.of(parse(utf8, "the building file"), "the building file");
    fields.only(Set.of("format", "name", "parts", "templates", "hosts"));
    if (!fields.requiredText("format").equals(FORMAT)) {
      throw new BuildingException("'format' must be " + FORMAT);
    }
    HostReader reader = new HostReader(templates(fields), parts(fields));
    List<SimulatedHost> hosts = new ArrayList<>();
    for (Fields host : fields.objects("hosts", MOST_HOSTS)) {
      hosts.add(reader.read(host));
    }
    return building(hosts);
  }

  /// A building from one recorded host a line.
  static Building readLines(byte[] utf8) throws BuildingException {
    List<SimulatedHost> hosts = new ArrayList<>();
    int number = 0;
    for (String line : lines(utf8)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      if (hosts.size() == MOST_HOSTS) {
        throw new BuildingException("the building has more than " + MOST_HOSTS + " hosts");
      }
      String where = "line " + number;
      hosts.add(
          RecordedHostReader.read(parse(line.getBytes(StandardCharsets.UTF_8), where), where));
    }
    return building(hosts);
  }

  private static List<String> lines(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    return new BufferedReader(new StringReader(text)).lines().toList();
  }

  private static Building building(List<SimulatedHost> hosts) throws BuildingException {
    if (hosts.isEmpty()) {
      throw new BuildingException("the building has no hosts");
    }
    Set<String> ids = new HashSet<>();
    for (SimulatedHost host : hosts) {
      if (!ids.add(host.id())) {
        throw new BuildingException("two hosts have the id '" + host.id() + "'");
      }
    }
    return new Building(hosts);
  }

  private static Map<String, List<JsonNode>> parts(Fields building) throws BuildingException {
    Map<String, List<JsonNode>> parts = new HashMap<>();
    Optional<Fields> all = building.object("parts");
    if (all.isPresent()) {
      for (String name : all.get().node().propertyNames()) {
        parts.put(name, all.get().list(name, 100));
      }
    }
    return parts;
  }

  private static Map<String, Template> templates(Fields building) throws BuildingException {
    Map<String, Template> templates = new HashMap<>();
    Optional<Fields> all = building.object("templates");
    if (all.isEmpty()) {
      return templates;
    }
    for (Map.Entry<String, JsonNode> named : all.get().node().properties()) {
      String where = "template '" + Fields.shortened(named.getKey()) + "'";
      Fields fields = Fields.of(named.getValue(), where);
      fields.only(Set.of("defaults", "services", "expected"));
      Map<String, String> defaults = new HashMap<>();
      Optional<Fields> given = fields.object("defaults");
      if (given.isPresent()) {
        for (String name : given.get().node().propertyNames()) {
          defaults.put(name, given.get().text(name).orElse(""));
        }
      }
      Optional<Fields> expected = fields.object("expected");
      templates.put(
          named.getKey(),
          new Template(
              named.getKey(),
              defaults,
              fields.list("services", 40),
              expected.isPresent()
                  ? expected.get().node()
                  : JsonNodeFactory.instance.objectNode()));
    }
    return templates;
  }

  private static JsonNode parse(byte[] utf8, String where) throws BuildingException {
    try {
      @Nullable JsonNode node = MAPPER.readTree(utf8);
      if (node == null || node.isMissingNode()) {
        throw new BuildingException(where + " is empty");
      }
      return node;
    } catch (JacksonException malformed) {
      throw new BuildingException(
          where + " cannot be read as JSON: " + Fields.shortened(malformed.getOriginalMessage()));
    }
  }

  private static JsonMapper mapper() {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(LONGEST_TEXT)
            .maxNumberLength(32)
            .maxNameLength(256)
            .maxDocumentLength(LARGEST_FILE)
            .build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }
}
