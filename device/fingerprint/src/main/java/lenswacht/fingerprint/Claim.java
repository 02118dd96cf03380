package lenswacht.fingerprint;

import java.util.Locale;
import java.util.Optional;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;

/// One statement on one attribute of an asset's identity, with what it rests on.
///
/// @param attribute what it is about
/// @param value what it says, in the catalogue's controlled spelling for makers and brands
/// @param confidence how much it can bear
/// @param trust what kind of sign it rests on
/// @param fingerprint id of the fingerprint that said so
/// @param observable what was looked at; empty for a hardware address
/// @param seen the text that matched
/// @param evidence the bytes it was read from
public record Claim(
    Attribute attribute,
    String value,
    Confidence confidence,
    Trust trust,
    String fingerprint,
    Optional<Observable> observable,
    String seen,
    EvidenceId evidence) {

  /// What a claim can be about.
  public enum Attribute {
    /// Camera, recorder, ...: the name of an [AssetKind].
    KIND,
    /// The name on the label.
    BRAND,
    /// Who made it.
    MAKER,
    /// Model number.
    MODEL,
    /// Firmware version.
    FIRMWARE,
    /// Firmware build date, ISO 8601.
    BUILD_DATE,
    /// Serial number.
    SERIAL,
    /// The hardware line or revision that firmware is built for.
    HARDWARE,
    /// Who made the main chip.
    CHIP,
    /// Something it says it can do: the name of a [Feature]. There may be several.
    FEATURE
  }

  /// Name of the fingerprint of claims that another asset makes, of what it has on its channels.
  public static final String FROM_CHANNEL = "channel";

  /// Name of the fingerprint of claims that follow from a label rather than from a sign.
  static final String FROM_LABEL = "label";

  /// Whether it only follows from a label, by the list of who stands behind which.
  public boolean isFromLabel() {
    return fingerprint.equals(FROM_LABEL);
  }

  /// Whether both can be so. Models, versions and serial numbers agree where one holds the other:
  /// some signs shorten them.
  boolean agreesWith(Claim other) {
    return switch (attribute) {
      case MODEL, FIRMWARE, SERIAL, HARDWARE -> contain(bare(value), bare(other.value));
      case KIND, BRAND, MAKER, BUILD_DATE, CHIP -> value.equals(other.value);
      case FEATURE -> true;
    };
  }

  private static boolean contain(String one, String other) {
    return one.contains(other) || other.contains(one);
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    for (char symbol : text.toUpperCase(Locale.ROOT).toCharArray()) {
      if ((symbol >= '0' && symbol <= '9') || (symbol >= 'A' && symbol <= 'Z')) {
        bare.append(symbol);
      }
    }
    return bare.toString();
  }
}
