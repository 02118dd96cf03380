package lenswacht.probe.maker;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;
import org.jspecify.annotations.Nullable;

/// The makers whose reply is a row of tag, length and value.
final class TaggedLayouts {
  private static final int MOST = 256;

  private TaggedLayouts() {}

  /// Panasonic: tags from octet 53 on, two octets each for tag and length, high octet first.
  static Parsed<MakerMessage> panasonic(Bytes bytes) {
    if (bytes.length() < 53 || !bytes.head(2).hex().equals("0001")) {
      return Parsed.bad("the reply is no Panasonic message");
    }
    Octets in = new Octets(bytes);
    Map<Integer, Bytes> tags = new HashMap<>();
    int at = 53;
    while (at + 4 <= bytes.length() && in.big16(at) != 0xffff && tags.size() < MOST) {
      int end = at + 4 + in.big16(at + 2);
      if (end > bytes.length()) {
        break;
      }
      tags.putIfAbsent(in.big16(at), bytes.slice(at + 4, end));
      at = end;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    text(fields, "model", tags.get(0xa7));
    text(fields, "shortModel", tags.get(0xa8));
    text(fields, "firmware", tags.get(0xa9));
    text(fields, "serial", tags.get(0xd1));
    return Parsed.good(MakerMessage.of(fields, in.hardware(6), bytes));
  }

  /// Vivotek: one octet each for tag and length; tag 4 has one octet and no length.
  static Parsed<MakerMessage> vivotek(Bytes bytes) {
    if (bytes.length() < 6 || !bytes.slice(1, 5).hex().equals("4a5d8f1c")) {
      return Parsed.bad("the reply is no Vivotek message");
    }
    Map<Integer, Bytes> tags = new HashMap<>();
    int at = 5;
    while (at + 2 <= bytes.length()) {
      boolean single = bytes.at(at) == 4;
      int from = single ? at + 1 : at + 2;
      int end = single ? at + 2 : from + bytes.at(at + 1);
      if (end > bytes.length()) {
        break;
      }
      tags.putIfAbsent(bytes.at(at), bytes.slice(from, end));
      at = end;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    text(fields, "name", tags.get(1));
    text(fields, "model", tags.get(9));
    Bytes hardware = tags.getOrDefault(2, Bytes.EMPTY);
    return Parsed.good(MakerMessage.of(fields, hardware.hex(), bytes));
  }

  /// Ubiquiti: version, command, length; then one octet of tag and two of length.
  static Parsed<MakerMessage> ubiquiti(Bytes bytes) {
    if (bytes.length() < 4 || bytes.at(0) < 1 || bytes.at(0) > 2) {
      return Parsed.bad("the reply is no Ubiquiti message of version 1 or 2");
    }
    Octets in = new Octets(bytes);
    Map<Integer, Bytes> tags = new HashMap<>();
    int at = 4;
    while (at + 3 <= bytes.length() && tags.size() < MOST) {
      int end = at + 3 + in.big16(at + 1);
      if (end > bytes.length()) {
        break;
      }
      tags.putIfAbsent(bytes.at(at), bytes.slice(at + 3, end));
      at = end;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    text(fields, "firmware", tags.get(0x03));
    text(fields, "name", tags.get(0x0b));
    text(fields, "platform", tags.get(0x0c));
    text(fields, "model", tags.get(0x14));
    text(fields, "product", tags.get(0x15));
    text(fields, "version", tags.get(0x16));
    Bytes hardware = tags.getOrDefault(0x01, tags.getOrDefault(0x13, Bytes.EMPTY));
    Bytes factory = tags.getOrDefault(0x17, Bytes.EMPTY);
    Optional<Boolean> state =
        factory.length() == 0
            ? Optional.empty()
            : Optional.of(factory.at(factory.length() - 1) == 1);
    return Parsed.good(new MakerMessage(fields, hardware.hex(), state, bytes));
  }

  private static void text(Map<String, String> fields, String name, @Nullable Bytes value) {
    if (value != null) {
      fields.put(name, value.utf8().replace("\0", "").strip());
    }
  }
}
