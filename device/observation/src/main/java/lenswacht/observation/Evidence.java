package lenswacht.observation;

import java.time.Instant;

/// The bytes that were seen, with where, when and in answer to what.
///
/// @param id SHA-256 of `bytes` together with `service`, `question` and `at`; names this evidence
///     everywhere
/// @param at when the last of the bytes arrived
/// @param service who said it
/// @param question the request that was put, in words from the closed list, for example `GET /`
/// @param bytes what was received, after secrets were blanked
/// @param truncated whether a size limit cut the reply
/// @param redacted whether secrets were blanked out
public record Evidence(
    EvidenceId id,
    Instant at,
    Service service,
    String question,
    Bytes bytes,
    boolean truncated,
    boolean redacted) {

  /// Evidence whose id is computed from its contents.
  public static Evidence of(
      Instant at,
      Service service,
      String question,
      Bytes bytes,
      boolean truncated,
      boolean redacted) {
    return new Evidence(
        EvidenceId.of(at, service, question, bytes),
        at,
        service,
        question,
        bytes,
        truncated,
        redacted);
  }
}
