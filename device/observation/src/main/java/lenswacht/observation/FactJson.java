package lenswacht.observation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The JSON shape of facts: records as objects, sealed cases named by `type`, addresses, ranges,
/// keys and times as text, bytes as Base64. Reading is limited in depth, length and number of
/// digits, and never asks a name server.
public final class FactJson {
  /// Longest text value, in characters: evidence of 256 KiB in Base64 and some room.
  private static final int LONGEST_TEXT = 1 << 20;

  private static final JsonMapper MAPPER = mapper();

  private FactJson() {}

  /// `fact` on one line, UTF-8.
  public static byte[] writeLine(Object fact) {
    return MAPPER.writeValueAsBytes(fact);
  }

  /// `fact` over several lines, for people.
  public static String writePretty(Object fact) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(fact);
  }

  /// Reads a fact of type `shape`.
  ///
  /// @throws MalformedFactException if the text is not JSON, exceeds a limit or does not fit the
  ///     type
  public static <T> T read(byte[] utf8, Class<T> shape) throws MalformedFactException {
    try {
      T fact = MAPPER.readValue(utf8, shape);
      if (fact == null) {
        throw new MalformedFactException("the document is empty");
      }
      return fact;
    } catch (JacksonException malformed) {
      throw new MalformedFactException(CleanText.of(malformed.getOriginalMessage(), 300));
    }
  }

  /// Reads a fact of type `shape` from text.
  ///
  /// @throws MalformedFactException if the text is not JSON, exceeds a limit or does not fit the
  ///     type
  public static <T> T read(String text, Class<T> shape) throws MalformedFactException {
    return read(text.getBytes(StandardCharsets.UTF_8), shape);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface NamedByType {}

  private interface AsItsRanges {
    @JsonValue
    List<AddressRange> ranges();
  }

  @JsonIgnoreProperties({"loopback"})
  private interface WithoutDerived {}

  /// Mandates that were signed before these parts were known have and allow none of them, and a
  /// mandate without looks as it did then.
  private interface WithLaterParts {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<SnmpCommunity> snmpCommunities();

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    boolean serialsInClear();

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    boolean faceCallers();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<OutsideEndpoint> wayOut();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    String witness();
  }

  /// Statements that were signed before these parts were known have none of them.
  private interface WithLaterTerms {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    String place();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Optional<Instant> deviceClock();
  }

  private static JsonMapper mapper() {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxStringLength(LONGEST_TEXT)
            .maxNumberLength(32)
            .maxNameLength(256)
            .build();
    SimpleModule texts = new SimpleModule("lenswacht-texts");
    asText(texts, Bytes.class, Bytes::base64, Bytes::fromBase64);
    asText(texts, InetAddress.class, InetAddress::getHostAddress, InetAddress::ofLiteral);
    asText(texts, AddressRange.class, AddressRange::toString, AddressRange::parse);
    asText(texts, MacAddress.class, MacAddress::toString, MacAddress::parse);
    asText(texts, EvidenceId.class, EvidenceId::hex, EvidenceId::new);
    asText(texts, Service.class, Service::toString, FactJson::service);
    asText(texts, Omission.class, Omission::key, Omission::of);
    asText(texts, OutsideEndpoint.class, OutsideEndpoint::toString, OutsideEndpoint::parse);
    asText(texts, SnmpCommunity.class, SnmpCommunity::name, SnmpCommunity::new);
    asText(texts, SignedMandate.class, SignedMandate::text, SignedMandate::new);
    asText(texts, SignedOrder.class, SignedOrder::text, SignedOrder::new);
    asText(texts, HandOver.class, HandOver::text, HandOver::new);
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
        .addModule(texts)
        .addMixIn(Observation.class, NamedByType.class)
        .addMixIn(ProbeOutcome.class, NamedByType.class)
        .addMixIn(JournalEvent.class, NamedByType.class)
        .addMixIn(BoxNote.class, NamedByType.class)
        .addMixIn(Coverage.Further.class, NamedByType.class)
        .addMixIn(Order.class, NamedByType.class)
        .addMixIn(HandOver.Thing.class, NamedByType.class)
        .addMixIn(AddressSet.class, AsItsRanges.class)
        .addMixIn(ScanScope.class, WithoutDerived.class)
        .addMixIn(Mandate.class, WithLaterParts.class)
        .addMixIn(HandOver.Terms.class, WithLaterTerms.class)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .build();
  }

  private static Service service(String text) {
    int slash = text.lastIndexOf('/');
    String transport = text.substring(slash + 1);
    if (slash > 0 && transport.equals("host")) {
      return Service.host(host(text.substring(0, slash)));
    }
    int colon = text.lastIndexOf(':', slash);
    if (slash < 0 || colon < 0) {
      throw new IllegalArgumentException("'" + text + "' is no address:port/transport");
    }
    InetAddress host = host(text.substring(0, colon));
    int port = Integer.parseInt(text.substring(colon + 1, slash));
    return switch (transport) {
      case "tcp" -> Service.tcp(host, port);
      case "udp" -> Service.udp(host, port);
      default -> throw new IllegalArgumentException("'" + text + "' names no transport");
    };
  }

  private static InetAddress host(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    return InetAddress.ofLiteral(bracketed ? text.substring(1, text.length() - 1) : text);
  }

  private static <T> void asText(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(
        type,
        new ValueSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(write.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new ValueDeserializer<T>() {
          @Override
          public T deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getValueAsString();
            if (text == null) {
              return context.reportInputMismatch(type, "a text was expected");
            }
            try {
              return read.apply(text);
            } catch (IllegalArgumentException malformed) {
              return context.reportInputMismatch(type, "%s", malformed.getMessage());
            }
          }
        });
  }
}
