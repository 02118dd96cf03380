package lenswacht.assessment.floor;

import java.time.Instant;

/// Who said something, and when by the clock of the computer.
///
/// @param by a name; empty where that was not kept
/// @param at when
public record Said(String by, Instant at) {
  public Said {
    TextLimits.checked(by);
  }
}
