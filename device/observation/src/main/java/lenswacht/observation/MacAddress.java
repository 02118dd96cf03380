package lenswacht.observation;

import java.util.HexFormat;
import java.util.Locale;

/// A 48-bit hardware address.
///
/// @param hex twelve upper-case hexadecimal digits without separators
public record MacAddress(String hex) {
  private static final int DIGITS = 12;
  private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();

  public MacAddress {
    if (!isHex(hex)) {
      throw new IllegalArgumentException("'" + hex + "' is not twelve upper-case hex digits");
    }
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (!(digit >= '0' && digit <= '9') && !(digit >= 'A' && digit <= 'F')) {
        return false;
      }
    }
    return text.length() == DIGITS;
  }

  /// Reads the usual spellings: separated by colons, dashes, dots or nothing, in any case.
  ///
  /// @throws IllegalArgumentException if `text` is no hardware address
  public static MacAddress parse(String text) {
    return new MacAddress(text.strip().replaceAll("[:.\\-]", "").toUpperCase(Locale.ROOT));
  }

  /// The address that these six octets are.
  public static MacAddress of(Bytes octets) {
    return new MacAddress(UPPER_CASE.formatHex(octets.toArray()));
  }

  /// Whether it can belong to one interface: neither all zeros nor that of a group.
  public boolean isHost() {
    return !hex.equals("000000000000") && (Character.digit(hex.charAt(1), 16) & 0x01) == 0;
  }

  /// Whether the address was given locally rather than by a registered maker (bit 0x02 of the first
  /// octet).
  public boolean isLocal() {
    return (Character.digit(hex.charAt(1), 16) & 0x02) != 0;
  }

  /// Six pairs with colons between them: `00:00:5E:00:53:0A`.
  @Override
  public String toString() {
    return hex.replaceAll("(..)(?!$)", "$1:");
  }
}
