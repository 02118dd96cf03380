package lenswacht.assessment.floor;

import java.util.Optional;

/// A camera that somebody saw while walking round.
///
/// @param id names it within the case: `s1`
/// @param spot where, if a plan was at hand
/// @param place where, in words; may be empty where `spot` says it
/// @param looks what it looks like
/// @param label what was read from it
/// @param note a remark
/// @param match which asset it is, if anybody said
/// @param said who saw it
public record Sighting(
    String id,
    Optional<Spot> spot,
    String place,
    String looks,
    Label label,
    String note,
    Match match,
    Said said) {
  public Sighting {
    if (!id.matches("s[0-9]{1,6}")) {
      throw new IllegalArgumentException("a sighting is called s and a number");
    }
    if (spot.isEmpty() && place.isBlank()) {
      throw new IllegalArgumentException("a sighting is somewhere");
    }
    TextLimits.checked(place, looks);
    TextLimits.note(note);
  }

  /// The same with another word on which asset it is.
  public Sighting matched(Match other, Said by) {
    return new Sighting(id, spot, place, looks, label, note, other, by);
  }
}
