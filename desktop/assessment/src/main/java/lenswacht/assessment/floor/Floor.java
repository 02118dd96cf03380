package lenswacht.assessment.floor;

import java.util.Optional;

/// A floor of the site.
///
/// @param name what people call it; no two floors of a site have the same
/// @param rank its place among the floors, from below
/// @param picture its plan
/// @param scale how large that is drawn; empty where nobody said
public record Floor(String name, int rank, PlanPicture picture, Optional<Scale> scale) {
  /// Longest name, in characters.
  public static final int LONGEST_NAME = 80;

  public Floor {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a floor has a name of at most " + LONGEST_NAME + " characters");
    }
  }

  /// The same with another scale.
  public Floor scaled(Optional<Scale> other) {
    return new Floor(name, rank, picture, other);
  }

  /// Whether a place lies on its plan.
  public boolean holds(Spot spot) {
    return spot.floor().equals(name) && spot.x() <= picture.width() && spot.y() <= picture.height();
  }
}
