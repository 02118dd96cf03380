package lenswacht.assessment.floor;

/// How large a plan is drawn: two places on it, and how far apart they are in the building.
///
/// @param fromX in pixels of the plan
/// @param fromY in pixels of the plan
/// @param toX in pixels of the plan
/// @param toY in pixels of the plan
/// @param metres between the two
public record Scale(double fromX, double fromY, double toX, double toY, double metres) {
  private static final double FARTHEST = 2_000;

  public Scale {
    if (!(metres > 0 && metres <= FARTHEST)) {
      throw new IllegalArgumentException("a length is more than 0 and at most 2000 metres");
    }
    if (!(Math.hypot(toX - fromX, toY - fromY) >= 2)) {
      throw new IllegalArgumentException("a scale needs two different places");
    }
  }

  /// Pixels of the plan in a metre.
  public double pixelsPerMetre() {
    return Math.hypot(toX - fromX, toY - fromY) / metres;
  }
}
