package lenswacht.assessment.exposure;

import java.time.Instant;
import lenswacht.observation.EvidenceId;

/// What carries a fact.
public sealed interface Ground {
  /// The kit saw it itself.
  ///
  /// @param evidence the bytes it was read from
  record Seen(EvidenceId evidence) implements Ground {}

  /// Somebody fetched it elsewhere, and the officer brought it in.
  ///
  /// @param origin who says so, for example `shodan`, `unbound` or `nmap`
  /// @param at when they saw it
  /// @param document name of the file it came in
  /// @param place where in the file, for example `line 12`; empty where it has no places
  record Imported(String origin, Instant at, String document, String place) implements Ground {
    public Imported {
      if (origin.isBlank() || document.isBlank()) {
        throw new IllegalArgumentException("what is brought in names its origin and its document");
      }
    }
  }

  /// People answered so.
  ///
  /// @param field field of the policy pack
  record Said(String field) implements Ground {}
}
