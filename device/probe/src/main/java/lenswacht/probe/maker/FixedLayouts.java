package lenswacht.probe.maker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Secrets;

/// The makers whose reply has every field at a fixed place.
final class FixedLayouts {
  private static final int MOST_LINES = 64;
  private static final int MOST_CHANNELS = 256;
  private static final List<String> TOLD_LINES = List.of("Name", "Device", "SerialNo");

  private FixedLayouts() {}

  /// TVT: `MHED`, little endian, at least 232 octets. What stands between the type and the name
  /// servers is a place for a password, and is blanked unread.
  static Parsed<MakerMessage> tvt(Bytes bytes) {
    if (bytes.length() < 232 || !bytes.head(4).latin1().equals("MHED")) {
      return Parsed.bad("the reply is no MHED message of 232 octets");
    }
    Bytes kept = Secrets.zeroed(bytes, 84, 112);
    Octets in = new Octets(kept);
    Map<String, String> fields = new LinkedHashMap<>();
    long firmware = in.little32(52);
    fields.put("name", in.text(12, 20));
    fields.put("model", in.text(196, 16));
    fields.put("manufacturer", in.text(212, 16));
    fields.put(
        "firmware",
        (firmware >> 24)
            + "."
            + (firmware >> 16 & 255)
            + "."
            + (firmware >> 8 & 255)
            + "."
            + (firmware & 255));
    fields.put("build", Long.toString(in.little32(56)));
    fields.put("type", Long.toString(in.little32(64)));
    long channels = in.little32(228);
    if (channels > 0 && channels <= MOST_CHANNELS) {
      fields.put("channels", Long.toString(channels));
    }
    fields.put("address", in.address(40));
    fields.put("httpPort", Integer.toString(in.little16(60)));
    return Parsed.good(MakerMessage.of(fields, in.hardware(32), kept));
  }

  /// Hanwha: 262 octets, texts padded with zeros.
  static Parsed<MakerMessage> hanwha(Bytes bytes) {
    if (bytes.length() < 262 || bytes.at(0) != 0x0b) {
      return Parsed.bad("the reply is no Hanwha message of 262 octets");
    }
    Octets in = new Octets(bytes);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("model", in.text(0x6d, 10));
    fields.put("address", in.text(0x25, 16));
    fields.put("gateway", in.text(0x45, 16));
    return Parsed.good(MakerMessage.of(fields, in.text(0x13, 18), bytes));
  }

  /// The Dahua family before 2014: a header of 120 octets whose lengths say where hardware address,
  /// model and lines of text stand.
  static Parsed<MakerMessage> dahua(Bytes bytes) {
    if (bytes.length() < 120 || bytes.at(0) != 0xb3) {
      return Parsed.bad("the reply is no message b3 of 120 octets");
    }
    Octets in = new Octets(bytes);
    int second = Math.min(bytes.length(), 120 + bytes.at(2));
    int third = Math.min(bytes.length(), second + in.little16(0x14));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("type", in.text(0x28, 16));
    fields.put("address", in.address(0x38));
    fields.put("gateway", in.address(0x40));
    fields.put("httpPort", Integer.toString(in.little16(0x5e)));
    fields.put("privatePort", Integer.toString(in.little16(0x62)));
    int model = Math.min(second, 137);
    fields.put("model", in.text(model, second - model));
    bytes
        .slice(second, third)
        .latin1()
        .lines()
        .limit(MOST_LINES)
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0 && TOLD_LINES.contains(line.substring(0, colon))) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                fields.put(name, line.substring(colon + 1).strip());
              }
            });
    return Parsed.good(MakerMessage.of(fields, in.text(120, model - 120), bytes));
  }

  /// Foscam: `MO_I`, 87 octets, some of them under a key that the reply carries itself.
  static Parsed<MakerMessage> foscam(Bytes bytes) {
    if (bytes.length() < 87 || !bytes.head(4).latin1().equals("MO_I")) {
      return Parsed.bad("the reply is no Foscam message of 87 octets");
    }
    byte[] octets = bytes.toArray();
    if (octets[6] == 1) {
      for (int i = 0x17; i < octets.length; i++) {
        octets[i] ^= octets[7 + (i - 0x17) % 8];
      }
    }
    Octets in = new Octets(Bytes.of(octets));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("serial", in.text(0x17, 13));
    fields.put("name", in.text(0x24, 21));
    fields.put("address", in.address(0x39));
    fields.put("firmware", in.address(0x4d));
    fields.put("web", in.address(0x51));
    fields.put("httpPort", Integer.toString(in.big16(0x55)));
    return Parsed.good(MakerMessage.of(fields, in.text(0x17, 12), bytes));
  }

  /// VStarcam: texts padded with zeros; what follows the web version may be a name and a password,
  /// and is blanked unread.
  static Parsed<MakerMessage> vstarcam(Bytes bytes) {
    Bytes kept = Secrets.zeroed(bytes, 0xec, bytes.length());
    if (bytes.length() < 0xec || !bytes.head(4).hex().equals("44480108")) {
      return Parsed.bad("the reply is no VStarcam message");
    }
    Octets in = new Octets(kept);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", in.text(0x7c, 32));
    fields.put("serial", in.text(0x5c, 32));
    fields.put("firmware", in.text(0xcc, 16));
    fields.put("web", in.text(0xdc, 16));
    fields.put("address", in.text(4, 16));
    fields.put("gateway", in.text(0x24, 16));
    fields.put("httpPort", Integer.toString(in.little16(0x5a)));
    return Parsed.good(MakerMessage.of(fields, in.hardware(0x54), kept));
  }
}
