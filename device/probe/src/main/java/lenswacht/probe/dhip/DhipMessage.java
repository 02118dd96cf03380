package lenswacht.probe.dhip;

import lenswacht.observation.Bytes;
import lenswacht.probe.question.JsonText;
import lenswacht.probe.question.Parsed;

/// One reply of DHIP, the Dahua family's search: 32 octets of header, then JSON.
///
/// @param json the fields of the reply
public record DhipMessage(JsonText json) {
  /// Largest reply that is read, in octets.
  static final int LONGEST = 8192;

  private static final int HEADER = 32;

  /// Reads a reply. The two lengths in the header are not relied on; broken JSON is read field by
  /// field.
  public static Parsed<DhipMessage> parse(Bytes bytes) {
    if (bytes.length() > LONGEST) {
      return Parsed.bad("the reply is longer than " + LONGEST + " octets");
    }
    if (bytes.length() < HEADER || !bytes.slice(4, 8).latin1().equals("DHIP")) {
      return Parsed.bad("the reply does not begin with a DHIP header");
    }
    String body = bytes.slice(HEADER, bytes.length()).utf8();
    int start = body.indexOf('{');
    if (start < 0) {
      return Parsed.bad("the reply holds no JSON object");
    }
    return switch (JsonText.parse(body.substring(start).replace("\0", "").strip())) {
      case Parsed.Bad<JsonText>(String why) -> Parsed.bad(why);
      case Parsed.Good<JsonText>(JsonText json) -> Parsed.good(new DhipMessage(json));
    };
  }

  /// The value of the field called `name`, or an empty text.
  public String text(String name) {
    return json.first("deviceInfo." + name).orElseGet(() -> json.text(name));
  }
}
