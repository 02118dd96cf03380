package lenswacht.probe.tapo;

import lenswacht.observation.Bytes;
import lenswacht.probe.question.JsonText;
import lenswacht.probe.question.Parsed;

/// One reply of the TP-Link family's search: 16 octets of header, then JSON.
///
/// @param json the fields of the reply
public record TapoMessage(JsonText json) {
  /// Largest reply that is read, in octets.
  static final int LONGEST = 8192;

  private static final int HEADER = 16;
  private static final int VERSION = 2;

  /// Reads a reply. Neither the length nor the checksum in the header is relied on.
  public static Parsed<TapoMessage> parse(Bytes bytes) {
    if (bytes.length() > LONGEST) {
      return Parsed.bad("the reply is longer than " + LONGEST + " octets");
    }
    if (bytes.length() <= HEADER || bytes.at(0) != VERSION) {
      return Parsed.bad("the reply does not begin with a header of version 2");
    }
    String body = bytes.slice(HEADER, bytes.length()).utf8().strip();
    if (!body.startsWith("{")) {
      return Parsed.bad("the reply holds no JSON object");
    }
    return switch (JsonText.parse(body)) {
      case Parsed.Bad<JsonText>(String why) -> Parsed.bad(why);
      case Parsed.Good<JsonText>(JsonText json) -> Parsed.good(new TapoMessage(json));
    };
  }

  /// The value of the field `name` of the answer, or an empty text.
  public String text(String name) {
    return json.first("result." + name).orElseGet(() -> json.text(name));
  }
}
