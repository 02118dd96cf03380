package lenswacht.assessment.floor;

/// A place on the plan of a floor.
///
/// @param floor its name
/// @param x in pixels of the plan, to the right
/// @param y in pixels of the plan, downwards
public record Spot(String floor, double x, double y) {
  public Spot {
    if (!(x >= 0 && y >= 0 && x <= PlanPicture.LONGEST_SIDE && y <= PlanPicture.LONGEST_SIDE)) {
      throw new IllegalArgumentException("a place lies on the plan");
    }
  }
}
