package lenswacht.probe.maker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.JsonText;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Secrets;
import lenswacht.probe.question.XmlText;

/// The makers whose reply is text: JSON, XML, or lines.
final class TextLayouts {
  private static final int MOST = 64;
  private static final int SHORTEST_REOLINK = 8;
  private static final int LONGEST_REOLINK = 2048;
  private static final int SHORTEST_RUN = 4;
  private static final int MOST_RUNS = 4;
  private static final int LONGEST_LINE = 512;

  private TextLayouts() {}

  /// Xiongmai: 20 octets of header with the message's number at 14, then JSON.
  static Parsed<MakerMessage> xiongmai(Bytes bytes) {
    if (bytes.length() < 22 || bytes.at(0) != 0xff || new Octets(bytes).little16(14) != 1531) {
      return Parsed.bad("the reply is no Xiongmai message 1531");
    }
    String text = bytes.slice(20, bytes.length()).utf8().replace("\0", "").strip();
    return switch (JsonText.parse(text)) {
      case Parsed.Bad<JsonText>(String why) -> Parsed.bad(why);
      case Parsed.Good<JsonText>(JsonText json) -> {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name :
            List.of("HostName", "SN", "TCPPort", "HttpPort", "SSLPort", "HostIP", "ChannelNum")) {
          json.first(name).ifPresent(value -> fields.put(name, value));
        }
        yield Parsed.good(MakerMessage.of(fields, json.text("MAC"), Secrets.blanked(bytes)));
      }
    };
  }

  /// Bosch: 32 octets, or XML.
  static Parsed<MakerMessage> bosch(Bytes bytes) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (bytes.length() == 32 && bytes.head(4).hex().equals("9939a427")) {
      Octets in = new Octets(bytes);
      fields.put("address", in.address(0x10));
      fields.put("gateway", in.address(0x18));
      return Parsed.good(MakerMessage.of(fields, in.hardware(8), bytes));
    }
    return switch (XmlText.parse(bytes.utf8().replace("\0", ""))) {
      case Parsed.Bad<XmlText>(String why) -> Parsed.bad(why);
      case Parsed.Good<XmlText>(XmlText xml) -> {
        for (String name : List.of("friendlyName", "unitName", "serialNumber", "deviceType")) {
          xml.first(name).ifPresent(value -> fields.put(name, value));
        }
        yield fields.isEmpty()
            ? Parsed.bad("the reply names no unit")
            : Parsed.good(MakerMessage.of(fields, xml.text("physAddress"), Secrets.blanked(bytes)));
      }
    };
  }

  /// Sony: `KEY:VALUE` between octets 0xFF, framed by 0x02 and 0x03.
  static Parsed<MakerMessage> sony(Bytes bytes) {
    if (bytes.length() < 3 || bytes.at(0) != 0x02) {
      return Parsed.bad("the reply does not begin with the octet 02");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    String hardware = "";
    StringBuilder line = new StringBuilder();
    for (int i = 1; i < bytes.length() && fields.size() < MOST; i++) {
      int octet = bytes.at(i);
      if (octet != 0xff && octet != 0x03) {
        line.append((char) octet);
        continue;
      }
      int colon = line.indexOf(":");
      if (colon > 0) {
        String key = line.substring(0, colon).toLowerCase(Locale.ROOT);
        String value = line.substring(colon + 1).strip();
        if (key.equals("mac")) {
          hardware = value;
        } else if (List.of("model", "serial", "softversion", "ipadr", "webport").contains(key)) {
          fields.put(key, value);
        }
      }
      line.setLength(0);
    }
    return fields.isEmpty()
        ? Parsed.bad("the reply holds no known key")
        : Parsed.good(MakerMessage.of(fields, hardware, bytes));
  }

  /// Reolink's answer to the light search. Its layout is not known: that it answers tells the
  /// maker, and the runs of printable characters are kept as texts.
  static Parsed<MakerMessage> reolink(Bytes bytes) {
    if (bytes.length() < SHORTEST_REOLINK || bytes.length() > LONGEST_REOLINK) {
      return Parsed.bad("a Reolink message has 8 to 2048 octets");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("present", "true");
    StringBuilder run = new StringBuilder();
    for (int i = 0; i <= bytes.length() && fields.size() <= MOST_RUNS; i++) {
      int octet = i < bytes.length() ? bytes.at(i) : 0;
      if (octet >= ' ' && octet < 0x7f) {
        run.append((char) octet);
      } else {
        if (run.length() >= SHORTEST_RUN) {
          fields.put("text" + fields.size(), run.toString());
        }
        run.setLength(0);
      }
    }
    return Parsed.good(MakerMessage.of(fields, "", bytes));
  }

  /// 360 Vision: one line of `NAME=value`, values perhaps in single quotes.
  static Parsed<MakerMessage> vision360(Bytes bytes) {
    String line = bytes.head(LONGEST_LINE).latin1().lines().findFirst().orElse("");
    if (!line.startsWith("DISCOVER ")) {
      return Parsed.bad("the reply does not begin with DISCOVER");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    String hardware = "";
    for (String word : line.split(" ", MOST)) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? "" : word.substring(0, equals);
      String value = word.substring(equals + 1).replace("'", "");
      switch (name) {
        case "KEY" -> hardware = value;
        case "TYPE", "ID" -> fields.put(name.toLowerCase(Locale.ROOT), value);
        default -> {
          // Other names say nothing that is looked for.
        }
      }
    }
    return fields.isEmpty()
        ? Parsed.bad("the reply names neither type nor id")
        : Parsed.good(MakerMessage.of(fields, hardware, bytes));
  }
}
