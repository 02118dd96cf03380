package lenswacht.probe.maker;

import java.util.LinkedHashMap;
import java.util.Map;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Secrets;

/// The makers whose reply has every field at a fixed place.
final class FixedLayouts {
  private FixedLayouts() {}

  /// TVT: `MHED`, little endian, at least 232 octets.
  static Parsed<MakerMessage> tvt(Bytes bytes) {
    if (bytes.length() < 232 || !bytes.head(4).latin1().equals("MHED")) {
      return Parsed.bad("the reply is no MHED message of 232 octets");
    }
    Octets in = new Octets(bytes);
    Map<String, String> fields = new LinkedHashMap<>();
    long firmware = in.little32(52);
    fields.put("name", in.text(12, 20));
    fields.put("model", in.text(196, 16));
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
    fields.put("address", in.address(40));
    fields.put("httpPort", Integer.toString(in.little16(60)));
    return Parsed.good(MakerMessage.of(fields, in.hardware(32), bytes));
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
