package lenswacht.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/// Reads one service of a host.
///
/// @param strict whether unknown fields are refused
record ServiceReader(boolean strict) {
  private static final int MOST_EXCHANGES = 200;
  private static final int MOST_VALUES = 2_000;
  private static final int LONGEST_PATTERN = 1_000;
  private static final Set<String> SERVICE_FIELDS =
      Set.of(
          "proto",
          "port",
          "kind",
          "banner",
          "banner_b64",
          "close_after_banner",
          "exchanges",
          "default_response",
          "non_rtsp",
          "tls",
          "community",
          "oids",
          "answers_everybody");
  private static final Set<String> MATCH_FIELDS =
      Set.of("method", "path", "path_re", "body_re", "re");

  SimulatedService read(Fields fields) throws BuildingException {
    if (strict) {
      fields.only(SERVICE_FIELDS);
    }
    String proto = fields.requiredText("proto");
    if (!proto.equals("tcp") && !proto.equals("udp")) {
      throw new BuildingException(fields.where() + ": 'proto' must be tcp or udp");
    }
    int port = fields.number("port", 0, 1, 65_535);
    if (port == 0) {
      throw new BuildingException(fields.where() + " lacks 'port'");
    }
    List<Exchange> exchanges = new ArrayList<>();
    ReplyReader replies = new ReplyReader(strict);
    for (Fields exchange : fields.objects("exchanges", MOST_EXCHANGES)) {
      if (strict) {
        exchange.only(Set.of("match", "response"));
      }
      exchanges.add(
          new Exchange(
              match(inside(exchange, "match")), replies.read(inside(exchange, "response"))));
    }
    Optional<Fields> otherwise = fields.object("default_response");
    Optional<Fields> tls = fields.object("tls");
    if (strict && tls.isPresent()) {
      tls.get().only(Set.of("subject", "issuer"));
    }
    String subject =
        tls.isPresent() ? tls.get().text("subject").orElse("CN=localhost") : "CN=localhost";
    return new SimulatedService(
        proto.equals("udp"),
        port,
        fields.requiredText("kind"),
        banner(fields),
        fields.yes("close_after_banner", false),
        exchanges,
        otherwise.isPresent() ? Optional.of(replies.read(otherwise.get())) : Optional.empty(),
        fields.text("non_rtsp"),
        subject,
        tls.isPresent() ? tls.get().text("issuer").orElse(subject) : subject,
        fields.text("community").orElse("public"),
        values(fields),
        fields.yes("answers_everybody", false));
  }

  /// Refuses a host that has two services at one port.
  static void refuseSharedPorts(List<SimulatedService> services, String where)
      throws BuildingException {
    Set<String> places = new HashSet<>();
    for (SimulatedService service : services) {
      if (!places.add(service.place())) {
        throw new BuildingException(where + " has two services at " + service.place());
      }
    }
  }

  private static Fields inside(Fields exchange, String name) throws BuildingException {
    Optional<Fields> inside = exchange.object(name);
    if (inside.isEmpty()) {
      throw new BuildingException(exchange.where() + " lacks '" + name + "'");
    }
    return inside.get();
  }

  private static RecordedBytes banner(Fields fields) throws BuildingException {
    return fields.has("banner_b64")
        ? bytes(fields, "banner_b64", true)
        : bytes(fields, "banner", false);
  }

  /// The bytes of the text `name`, from Base64 or one a character; none if it is absent.
  static RecordedBytes bytes(Fields fields, String name, boolean base64) throws BuildingException {
    Optional<String> text = fields.text(name);
    if (text.isEmpty()) {
      return RecordedBytes.NONE;
    }
    try {
      return base64 ? RecordedBytes.fromBase64(text.get()) : RecordedBytes.fromLatin1(text.get());
    } catch (IllegalArgumentException unusable) {
      throw new BuildingException(
          fields.where() + ": '" + name + "' does not stand for bytes: " + unusable.getMessage());
    }
  }

  private ExchangeMatch match(Fields fields) throws BuildingException {
    if (strict) {
      fields.only(MATCH_FIELDS);
    }
    return new ExchangeMatch(
        fields.text("method"),
        fields.text("path"),
        pattern(fields, "path_re"),
        pattern(fields, "body_re"),
        pattern(fields, "re"));
  }

  private static Optional<Pattern> pattern(Fields fields, String name) throws BuildingException {
    Optional<String> text = fields.text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().length() > LONGEST_PATTERN) {
      throw new BuildingException(fields.where() + ": '" + name + "' is too long");
    }
    try {
      return Optional.of(Pattern.compile(text.get()));
    } catch (PatternSyntaxException unusable) {
      throw new BuildingException(
          fields.where() + ": '" + name + "' is no pattern: " + unusable.getDescription());
    }
  }

  private static SortedMap<ObjectIdentifier, SnmpValue> values(Fields fields)
      throws BuildingException {
    SortedMap<ObjectIdentifier, SnmpValue> values = new TreeMap<>();
    Optional<Fields> oids = fields.object("oids");
    if (oids.isEmpty()) {
      return values;
    }
    if (oids.get().node().size() > MOST_VALUES) {
      throw new BuildingException(oids.get().where() + " has too many values");
    }
    for (Map.Entry<String, JsonNode> oid : oids.get().node().properties()) {
      Fields value = Fields.of(oid.getValue(), oids.get().where());
      try {
        values.put(ObjectIdentifier.parse(oid.getKey()), value(value));
      } catch (IllegalArgumentException unusable) {
        throw new BuildingException(
            value.where() + " has an unusable object identifier: " + unusable.getMessage());
      }
    }
    return values;
  }

  private static SnmpValue value(Fields fields) throws BuildingException {
    return switch (fields.requiredText("t")) {
      case "str" -> new SnmpValue.Text(fields.text("v").orElse(""));
      case "oid" -> new SnmpValue.Name(ObjectIdentifier.parse(fields.requiredText("v")));
      case "ticks" -> new SnmpValue.Ticks(fields.number("v", 0, 0, Integer.MAX_VALUE));
      default -> throw new BuildingException(fields.where() + ": 't' must be str, oid or ticks");
    };
  }
}
