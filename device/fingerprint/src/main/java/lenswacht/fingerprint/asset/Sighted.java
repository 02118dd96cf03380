package lenswacht.fingerprint.asset;

import java.time.Instant;
import java.util.Comparator;
import lenswacht.observation.Observation;

/// One fact and when it was seen.
///
/// @param fact what was observed
/// @param at when its bytes arrived
public record Sighted(Observation fact, Instant at) {
  /// By time; what was seen at one time, by what it says.
  static final Comparator<Sighted> ORDER =
      Comparator.comparing(Sighted::at)
          .thenComparing(sighted -> sighted.fact.service().toString())
          .thenComparing(sighted -> sighted.fact.evidence().hex())
          .thenComparing(sighted -> sighted.fact.toString());
}
