package lenswacht.assessment;

import java.util.Set;

/// What a plan must reach on every asset.
///
/// @param espionage no headline higher
/// @param privacy no headline higher
/// @param purposeMayChange whether the owner agreed to remedies that touch what a camera is for
/// @param refused ids of remedies that the owner does not want
public record Goal(Level espionage, Level privacy, boolean purposeMayChange, Set<String> refused) {
  public Goal {
    refused = Set.copyOf(refused);
  }

  /// A goal with what cameras are for left as it is.
  public static Goal keepingPurpose(Level espionage, Level privacy) {
    return new Goal(espionage, privacy, false, Set.of());
  }

  /// The same goal with every remedy allowed.
  public static Goal withEveryRemedy(Level espionage, Level privacy) {
    return new Goal(espionage, privacy, true, Set.of());
  }
}
