package lenswacht.assessment.floor;

import java.util.List;
import java.util.Optional;

/// The floors of a site, what hangs where, and what was seen while walking round.
///
/// @param floors from below
/// @param placements of assets, each at most once
/// @param round what was seen
public record FloorPlan(List<Floor> floors, List<Placement> placements, SightRound round) {
  /// There is no plan.
  public static final FloorPlan NONE = new FloorPlan(List.of(), List.of(), SightRound.NONE);

  public FloorPlan {
    floors = List.copyOf(floors);
    placements = List.copyOf(placements);
  }

  /// The floor of this name.
  public Optional<Floor> floor(String name) {
    return floors.stream().filter(floor -> floor.name().equals(name)).findFirst();
  }

  /// Where an asset hangs.
  public Optional<Placement> placement(String asset) {
    return placements.stream().filter(one -> one.asset().equals(asset)).findFirst();
  }

  /// What hangs on a floor.
  public List<Placement> on(Floor floor) {
    return placements.stream().filter(one -> floor.holds(one.spot())).toList();
  }

  /// What was seen on a floor, as far as it was put on its plan.
  public List<Sighting> seenOn(Floor floor) {
    return round.sightings().stream()
        .filter(one -> one.spot().filter(floor::holds).isPresent())
        .toList();
  }
}
