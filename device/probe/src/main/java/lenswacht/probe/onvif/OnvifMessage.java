package lenswacht.probe.onvif;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.XmlText;

/// One reply of ONVIF's device service: a SOAP envelope. Prefixes differ between makers, so only
/// local names count.
///
/// @param envelope the elements
public record OnvifMessage(XmlText envelope) {
  /// Reads a reply's body.
  public static Parsed<OnvifMessage> parse(String text) {
    return switch (XmlText.parse(text)) {
      case Parsed.Bad<XmlText>(String why) -> Parsed.bad(why);
      case Parsed.Good<XmlText>(XmlText xml) ->
          xml.contains("Envelope")
              ? Parsed.good(new OnvifMessage(xml))
              : Parsed.bad("the text is no SOAP envelope");
    };
  }

  /// Whether the call was refused.
  public boolean isFault() {
    return envelope.contains("Fault");
  }

  /// The camera's clock in UTC, if it told a whole one.
  public Optional<Instant> clock() {
    List<XmlText.Element> elements = envelope.elements();
    int start = indexOfUtc();
    if (!envelope.contains("GetSystemDateAndTimeResponse") || start < 0) {
      return Optional.empty();
    }
    List<XmlText.Element> utc = elements.subList(start, elements.size());
    try {
      return Optional.of(
          LocalDateTime.of(
                  number(utc, "Year"),
                  number(utc, "Month"),
                  number(utc, "Day"),
                  number(utc, "Hour"),
                  number(utc, "Minute"),
                  Math.min(59, number(utc, "Second")))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  /// The namespaces of the services a camera lists, each once.
  public List<String> services() {
    return envelope.contains("GetServicesResponse")
        ? envelope.all("Namespace").distinct().limit(64).toList()
        : List.of();
  }

  /// How many video sources there are, if the reply tells.
  public Optional<String> videoSources() {
    return envelope.contains("GetCapabilitiesResponse")
        ? envelope.first("VideoSources").filter(text -> text.matches("\\d{1,3}"))
        : Optional.empty();
  }

  /// Whether maker, model and firmware were given.
  public boolean isIdentity() {
    return envelope.contains("GetDeviceInformationResponse") && !isFault();
  }

  /// Where the UTC time begins among the elements with text. Its parts come before those of a local
  /// time in the standard's order.
  private int indexOfUtc() {
    for (int i = 0; i < envelope.elements().size(); i++) {
      String name = envelope.elements().get(i).name();
      if (name.equalsIgnoreCase("Hour") || name.equalsIgnoreCase("Year")) {
        return envelope.contains("UTCDateTime") ? i : -1;
      }
    }
    return -1;
  }

  private static int number(List<XmlText.Element> elements, String name) {
    return elements.stream()
        .filter(element -> element.name().equalsIgnoreCase(name))
        .map(XmlText.Element::text)
        .filter(text -> text.matches("\\d{1,4}"))
        .map(Integer::parseInt)
        .findFirst()
        .orElse(-1);
  }
}
