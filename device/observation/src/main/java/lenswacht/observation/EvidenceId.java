package lenswacht.observation;

import java.time.Instant;

/// The name of a piece of evidence: the first 16 octets of a SHA-256, as 32 lower-case hex digits.
///
/// @param hex the digits
public record EvidenceId(String hex) {
  public EvidenceId {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("'" + hex + "' is not 32 lower-case hex digits");
    }
  }

  /// The id of these bytes seen then, there, in answer to that.
  public static EvidenceId of(Instant at, Service service, String question, Bytes bytes) {
    String facts = at + "\n" + service + "\n" + question + "\n" + bytes.sha256().hex();
    return new EvidenceId(Bytes.utf8(facts).sha256().hex().substring(0, 32));
  }

  /// Eight digits, enough for a reader to find it in one report.
  public String brief() {
    return hex.substring(0, 8);
  }

  @Override
  public String toString() {
    return hex;
  }
}
