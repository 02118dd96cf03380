package lenswacht.assessment.floor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a camera looks at, as far as anybody said.
///
/// @param direction clockwise from the upper edge of the plan, 0 to 360 degrees
/// @param angle how wide it sees, more than 0 to 360 degrees; empty where the lens is not known
/// @param source where the angle is from; `NONE` exactly where there is none
/// @param range how far it sees, in metres
public record View(
    OptionalDouble direction, OptionalDouble angle, Source source, OptionalDouble range) {
  /// Nobody said anything.
  public static final View UNKNOWN =
      new View(OptionalDouble.empty(), OptionalDouble.empty(), Source.NONE, OptionalDouble.empty());

  private static final double FARTHEST = 1_000;

  public View {
    if (direction.isPresent() && !(direction.getAsDouble() >= 0 && direction.getAsDouble() < 360)) {
      throw new IllegalArgumentException("a direction is 0 to 360 degrees");
    }
    if (angle.isPresent() && !(angle.getAsDouble() > 0 && angle.getAsDouble() <= 360)) {
      throw new IllegalArgumentException("an angle of view is more than 0 and at most 360 degrees");
    }
    if (range.isPresent() && !(range.getAsDouble() > 0 && range.getAsDouble() <= FARTHEST)) {
      throw new IllegalArgumentException("a range is more than 0 and at most 1000 metres");
    }
    if (angle.isPresent() == (source == Source.NONE)) {
      throw new IllegalArgumentException("an angle of view is from somewhere");
    }
  }

  /// Where an angle of view is from.
  public enum Source {
    /// There is none.
    NONE,
    /// The maker states it for this model and lens.
    MAKER,
    /// Somebody looked at the picture or paced it out on site.
    ON_SITE,
    /// Somebody thinks so.
    ESTIMATE;

    /// As files and commands write it.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The source with this word.
    public static Optional<Source> of(String word) {
      return Arrays.stream(values()).filter(source -> source.word().equals(word)).findFirst();
    }
  }

  /// Whether the lens is known: an estimate is none.
  public boolean hasKnownLens() {
    return source == Source.MAKER || source == Source.ON_SITE;
  }

  /// The same in another direction.
  public View turned(double degrees) {
    double whole = (degrees % 360 + 360) % 360;
    return new View(OptionalDouble.of(whole), angle, source, range);
  }

  /// How wide the scene is at the end of the range, in metres; empty where that cannot be told.
  public OptionalDouble sceneWidth() {
    if (angle.isEmpty() || range.isEmpty() || angle.getAsDouble() >= 170) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        2 * range.getAsDouble() * Math.tan(Math.toRadians(angle.getAsDouble() / 2)));
  }
}
