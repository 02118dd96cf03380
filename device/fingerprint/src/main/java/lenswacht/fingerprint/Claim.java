package lenswacht.fingerprint;

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
    SERIAL
  }
}
