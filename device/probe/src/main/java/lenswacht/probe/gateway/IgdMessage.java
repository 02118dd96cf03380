package lenswacht.probe.gateway;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Transport;
import lenswacht.probe.http.HttpMessage;
import lenswacht.probe.net.GatewayAction;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.XmlText;

/// A gateway's answer to one UPnP action.
///
/// @param fault number of the UPnP error, 0 where it answered
/// @param xml what it says
/// @param text the same as text
public record IgdMessage(int fault, XmlText xml, String text) {
  /// There is no mapping at this place of the list: it ends before.
  public static final int NO_SUCH_PLACE = 713;

  /// There is no such mapping.
  public static final int NO_SUCH_MAPPING = 714;

  /// No mapping lies in the range that was asked for.
  public static final int NONE_IN_RANGE = 730;

  private static final int UNTOLD = -1;
  private static final int OK = 200;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern ONE_OF_MANY =
      Pattern.compile(
          "<(?:[A-Za-z_][\\w.-]{0,31}:)?PortMappingEntry>(.{0,4096}?)"
              + "</(?:[A-Za-z_][\\w.-]{0,31}:)?PortMappingEntry>",
          Pattern.DOTALL);
  private static final Pattern PREFIX = Pattern.compile("<(/?)[A-Za-z_][\\w.-]{0,31}:");

  /// One mapping as told.
  ///
  /// @param seconds for how long it still holds, 0 for ever
  record Told(
      Transport transport,
      int outerPort,
      String onlyFrom,
      InetAddress inner,
      int innerPort,
      boolean enabled,
      long seconds,
      String description) {}

  /// Reads an answer. An error whose number is not told has the number -1.
  public static Parsed<IgdMessage> parse(HttpMessage page) {
    String text = page.text();
    if (!(XmlText.parse(text) instanceof Parsed.Good<XmlText>(XmlText xml))) {
      return Parsed.bad("the answer with status " + page.status() + " is no XML");
    }
    boolean failed = page.status() != OK || xml.contains("errorCode") || xml.contains("Fault");
    int fault = failed ? number(xml.text("errorCode")).orElse(UNTOLD) : 0;
    return Parsed.good(new IgdMessage(failed && fault == 0 ? UNTOLD : fault, xml, text));
  }

  /// The address that the element called `name` holds, if it is one.
  Optional<InetAddress> address(String name) {
    return address(xml, name);
  }

  /// The yes or no that the element called `name` holds, if it is one.
  Optional<Boolean> flag(String name) {
    return flag(xml, name);
  }

  /// The mapping that this answer tells; empty where it cannot be read.
  Optional<Told> mapping() {
    return mapping(xml);
  }

  /// How many mappings the list in this answer holds, readable or not.
  int listed() {
    return (int) ONE_OF_MANY.matcher(listing()).results().limit(limit()).count();
  }

  /// The mappings that the list in this answer tells, up to the limit; those that cannot be read
  /// are left out.
  List<Told> mappings() {
    List<Told> mappings = new ArrayList<>();
    Matcher one = ONE_OF_MANY.matcher(listing());
    for (int i = 0; i < limit() && one.find(); i++) {
      String plain = "<m>" + PREFIX.matcher(one.group(1)).replaceAll("<$1") + "</m>";
      if (XmlText.parse(plain) instanceof Parsed.Good<XmlText>(XmlText told)) {
        mapping(told).ifPresent(mappings::add);
      }
    }
    return mappings;
  }

  private static int limit() {
    return GatewayAction.MOST_MAPPINGS + 1;
  }

  /// The list is a document of its own, written as text inside the answer.
  private String listing() {
    int begin = text.indexOf("NewPortListing>");
    int end = text.lastIndexOf("NewPortListing>");
    return begin < 0 || begin == end
        ? ""
        : text.substring(begin + "NewPortListing>".length(), end)
            .replace("<![CDATA[", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
  }

  private static Optional<Told> mapping(XmlText xml) {
    Optional<Transport> transport =
        switch (xml.text("NewProtocol").strip().toUpperCase(Locale.ROOT)) {
          case "TCP" -> Optional.of(Transport.TCP);
          case "UDP" -> Optional.of(Transport.UDP);
          default -> Optional.empty();
        };
    Optional<Integer> outer = port(xml.text("NewExternalPort"));
    Optional<Integer> innerPort = port(xml.text("NewInternalPort"));
    Optional<InetAddress> inner = address(xml, "NewInternalClient");
    Optional<Boolean> enabled = flag(xml, "NewEnabled");
    if (transport.isEmpty() || outer.isEmpty() || innerPort.isEmpty() || inner.isEmpty()) {
      return Optional.empty();
    }
    String description = xml.first("NewPortMappingDescription").orElse(xml.text("NewDescription"));
    String lease = xml.first("NewLeaseDuration").orElse(xml.text("NewLeaseTime"));
    return Optional.of(
        new Told(
            transport.get(),
            outer.get(),
            xml.text("NewRemoteHost"),
            inner.get(),
            innerPort.get(),
            enabled.orElse(true),
            number(lease).orElse(0),
            description));
  }

  private static Optional<Integer> port(String text) {
    return number(text).filter(port -> port <= 65_535);
  }

  private static Optional<Integer> number(String text) {
    String digits = text.strip();
    return NUMBER.matcher(digits).matches()
        ? Optional.of(Integer.valueOf(digits))
        : Optional.empty();
  }

  private static Optional<Boolean> flag(XmlText xml, String name) {
    return switch (xml.text(name).strip().toLowerCase(Locale.ROOT)) {
      case "1", "true", "yes" -> Optional.of(true);
      case "0", "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<InetAddress> address(XmlText xml, String name) {
    try {
      return xml.first(name)
          .map(InetAddress::ofLiteral)
          .filter(address -> !address.isAnyLocalAddress());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
