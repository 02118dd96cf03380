package lenswacht.agent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Mandate;
import lenswacht.observation.SignedMandate;

/// Decides whether a mandate may be acted upon. Nothing is sent before it said yes.
///
/// @param trustedKeys keys of the consoles whose mandates count, X.509 form
record MandateDesk(Set<Bytes> trustedKeys) {
  MandateDesk {
    trustedKeys = Set.copyOf(trustedKeys);
  }

  /// What was decided.
  sealed interface Decision {
    /// It may be acted upon, now.
    record Granted(Mandate mandate) implements Decision {}

    /// It may not.
    ///
    /// @param why key of the reason
    /// @param detail for a person, in English
    record Refused(String why, String detail) implements Decision {}
  }

  /// Decides on `signed` at the moment `now`.
  Decision decide(SignedMandate signed, Instant now) {
    return switch (signed.check(trustedKeys)) {
      case SignedMandate.Check.Invalid(String why, String detail) ->
          new Decision.Refused(why, detail);
      case SignedMandate.Check.Valid(Mandate mandate) -> inForce(mandate, now);
    };
  }

  /// Decides on scanning only `ranges` under `signed`.
  Decision decide(SignedMandate signed, Instant now, List<AddressRange> ranges) {
    Decision decision = decide(signed, now);
    if (decision instanceof Decision.Granted(Mandate mandate)) {
      for (AddressRange range : ranges) {
        if (mandate.scope().ranges().stream().noneMatch(allowed -> allowed.contains(range))) {
          return new Decision.Refused(
              "outside-mandate", range + " lies outside the ranges of mandate " + mandate.id());
        }
      }
    }
    return decision;
  }

  private static Decision inForce(Mandate mandate, Instant now) {
    if (now.isBefore(mandate.from())) {
      return new Decision.Refused(
          "not-yet", "mandate " + mandate.id() + " begins at " + mandate.from());
    }
    if (!mandate.isInForceAt(now)) {
      return new Decision.Refused(
          "expired", "mandate " + mandate.id() + " ended at " + mandate.until());
    }
    return mandate
        .scope()
        .objection()
        .<Decision>map(why -> new Decision.Refused("scope", "mandate " + mandate.id() + ": " + why))
        .orElse(new Decision.Granted(mandate));
  }
}
