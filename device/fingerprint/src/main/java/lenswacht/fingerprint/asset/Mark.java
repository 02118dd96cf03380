package lenswacht.fingerprint.asset;

import java.util.Comparator;

/// Something by which one asset is told from every other.
///
/// @param kind what sort of mark
/// @param value as it is compared: upper case, without separators
public record Mark(Kind kind, String value) implements Comparable<Mark> {
  private static final Comparator<Mark> ORDER =
      Comparator.comparing(Mark::kind).thenComparing(Mark::value);

  /// Sorts of marks, the most telling first.
  public enum Kind {
    /// A serial number.
    SERIAL,
    /// A hardware address.
    HARDWARE_ADDRESS,
    /// The name of an ONVIF endpoint or of a UPnP root, a UUID.
    ENDPOINT,
    /// A TLS certificate.
    CERTIFICATE
  }

  @Override
  public int compareTo(Mark other) {
    return ORDER.compare(this, other);
  }
}
