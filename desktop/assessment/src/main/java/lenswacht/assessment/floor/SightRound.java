package lenswacht.assessment.floor;

import java.util.List;
import java.util.Optional;

/// What was seen while walking round, and where somebody walked.
///
/// @param sightings in the order in which they were noted
/// @param walked the parts of the site that were walked whole; a name of a floor or any other words
public record SightRound(List<Sighting> sightings, List<Walked> walked) {
  /// Nobody walked round.
  public static final SightRound NONE = new SightRound(List.of(), List.of());

  public SightRound {
    sightings = List.copyOf(sightings);
    walked = List.copyOf(walked);
  }

  /// A part of the site that was walked whole.
  ///
  /// @param part a floor or any other words
  /// @param said who walked it
  public record Walked(String part, Said said) {
    public Walked {
      TextLimits.checked(part);
      if (part.isBlank()) {
        throw new IllegalArgumentException("a part of the site has a name");
      }
    }
  }

  /// Whether anybody looked at all.
  public boolean wasMade() {
    return !sightings.isEmpty() || !walked.isEmpty();
  }

  /// The sighting of this name.
  public Optional<Sighting> sighting(String id) {
    return sightings.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /// Whether a part of the site was walked whole.
  public boolean isWalked(String part) {
    return walked.stream().anyMatch(one -> one.part().equals(part));
  }
}
