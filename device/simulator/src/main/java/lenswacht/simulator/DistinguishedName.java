package lenswacht.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The subject or issuer of a certificate, from text such as `CN=door,O=House\, Home`.
///
/// @param parts attribute and value, in the order in which they are written
record DistinguishedName(List<Part> parts) {
  private static final Map<String, ObjectIdentifier> ATTRIBUTES =
      Map.of(
          "CN", ObjectIdentifier.parse("2.5.4.3"),
          "C", ObjectIdentifier.parse("2.5.4.6"),
          "L", ObjectIdentifier.parse("2.5.4.7"),
          "ST", ObjectIdentifier.parse("2.5.4.8"),
          "O", ObjectIdentifier.parse("2.5.4.10"),
          "OU", ObjectIdentifier.parse("2.5.4.11"),
          "EMAILADDRESS", ObjectIdentifier.parse("1.2.840.113549.1.9.1"));

  DistinguishedName {
    parts = List.copyOf(parts);
  }

  /// One attribute.
  record Part(ObjectIdentifier attribute, String value) {}

  /// Reads a name. Attributes that are not known and empty values are left out; if nothing is left
  /// the name is `CN=localhost`.
  static DistinguishedName parse(String text) {
    List<Part> parts = new ArrayList<>();
    for (String piece : pieces(text)) {
      int equals = piece.indexOf('=');
      if (equals < 0) {
        continue;
      }
      ObjectIdentifier attribute =
          ATTRIBUTES.get(piece.substring(0, equals).strip().toUpperCase(Locale.ROOT));
      String value = piece.substring(equals + 1).strip();
      if (attribute != null && !value.isEmpty()) {
        parts.add(new Part(attribute, value));
      }
    }
    return parts.isEmpty()
        ? new DistinguishedName(List.of(new Part(ObjectIdentifier.parse("2.5.4.3"), "localhost")))
        : new DistinguishedName(parts);
  }

  /// The name as a certificate has it.
  byte[] der() {
    byte[][] sets =
        parts.stream()
            .map(
                part ->
                    Ber.write(
                        Ber.SET,
                        Ber.write(
                            Ber.SEQUENCE,
                            Ber.name(part.attribute()),
                            Ber.text(Ber.UTF8_TEXT, part.value()))))
            .toArray(byte[][]::new);
    return Ber.write(Ber.SEQUENCE, sets);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (escaped) {
        piece.append(character);
        escaped = false;
      } else if (character == '\\') {
        escaped = true;
      } else if (character == ',') {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(character);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
