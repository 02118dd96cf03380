package lenswacht.probe.wsdiscovery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.XmlText;

/// One ProbeMatches reply of WS-Discovery.
///
/// @param address the endpoint's own name, often `urn:uuid:...`
/// @param types what it says it is, without prefixes
/// @param scopes ONVIF's scopes, percent-decoded
/// @param serviceAddresses where it says its services are; never connected to as such
public record WsDiscoveryMessage(
    String address, List<String> types, List<String> scopes, List<String> serviceAddresses) {
  /// Largest reply that is read, in octets.
  static final int LONGEST = 8192;

  private static final int MOST_WORDS = 64;

  public WsDiscoveryMessage {
    types = List.copyOf(types);
    scopes = List.copyOf(scopes);
    serviceAddresses = List.copyOf(serviceAddresses);
  }

  /// Reads a reply.
  public static Parsed<WsDiscoveryMessage> parse(Bytes bytes) {
    if (bytes.length() > LONGEST) {
      return Parsed.bad("the reply is longer than " + LONGEST + " octets");
    }
    return switch (XmlText.parse(bytes.utf8().replace("\0", ""))) {
      case Parsed.Bad<XmlText>(String why) -> Parsed.bad(why);
      case Parsed.Good<XmlText>(XmlText xml) ->
          xml.contains("ProbeMatch") || xml.contains("ProbeMatches") || xml.contains("Hello")
              ? Parsed.good(read(xml))
              : Parsed.bad("the reply holds no ProbeMatch");
    };
  }

  private static WsDiscoveryMessage read(XmlText xml) {
    return new WsDiscoveryMessage(
        endpoint(xml),
        words(xml.all("Types")).map(WsDiscoveryMessage::withoutPrefix).toList(),
        words(xml.all("Scopes")).map(WsDiscoveryMessage::decoded).toList(),
        words(xml.all("XAddrs")).toList());
  }

  /// The header names addresses too, for example where a reply would go; an endpoint is a UUID.
  private static String endpoint(XmlText xml) {
    return xml.all("Address")
        .filter(address -> address.toLowerCase(Locale.ROOT).contains("uuid:"))
        .findFirst()
        .orElse("");
  }

  private static Stream<String> words(Stream<String> texts) {
    return texts
        .flatMap(text -> Arrays.stream(text.split("\\s+")))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST_WORDS);
  }

  private static String withoutPrefix(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /// Percent signs with two hex digits behind them become octets of UTF-8; others stay.
  static String decoded(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    byte[] plain = new byte[octets.length];
    int length = 0;
    for (int i = 0; i < octets.length; i++) {
      int high = i + 2 <= octets.length - 1 ? Character.digit(octets[i + 1], 16) : -1;
      int low = i + 2 <= octets.length - 1 ? Character.digit(octets[i + 2], 16) : -1;
      if (octets[i] == '%' && high >= 0 && low >= 0) {
        plain[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        plain[length++] = octets[i];
      }
    }
    return new String(plain, 0, length, StandardCharsets.UTF_8);
  }
}
