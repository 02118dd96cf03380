package lenswacht.console.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.Sighting;
import lenswacht.assessment.floor.Spot;
import lenswacht.assessment.floor.View;
import lenswacht.report.picture.FloorDrawing;
import lenswacht.report.picture.FloorLayers;

/// What the floor screen shows of a site, and what is being done on it.
final class FloorState {
  private static final double NARROWEST = 400;
  private static final double WIDEST = 4_000;

  private Site site;
  private String floor = "";
  private String chosen = "";
  private Pointing pointing = Pointing.NOTHING;
  private FloorLayers layers = FloorLayers.ALL;
  private double width = 640;
  private Optional<Placement> pending = Optional.empty();
  private final List<Spot> scale = new ArrayList<>();

  FloorState(Site site) {
    this.site = site;
  }

  /// For what a place on the plan is to be pointed at.
  enum Pointing {
    /// Nothing.
    NOTHING,
    /// The two ends of a length.
    SCALE,
    /// Where the chosen asset hangs.
    PLACE,
    /// Where a camera was seen.
    SEEN
  }

  Site site() {
    return site;
  }

  /// Shows what the case says now.
  void take(Site fresh) {
    site = fresh;
    pending = Optional.empty();
    if (floor().isEmpty()) {
      floor = fresh.plan().floors().isEmpty() ? "" : fresh.plan().floors().getFirst().name();
    }
  }

  Optional<Floor> floor() {
    return site.plan().floor(floor);
  }

  void show(Floor other) {
    floor = other.name();
    scale.clear();
    pending = Optional.empty();
  }

  /// The key of the spot that is chosen; empty where none is.
  String chosen() {
    return chosen;
  }

  void choose(String key) {
    chosen = key;
    pending = Optional.empty();
  }

  Optional<String> chosenAsset() {
    return chosen.startsWith(FloorDrawing.ASSET)
        ? Optional.of(chosen.substring(FloorDrawing.ASSET.length()))
        : Optional.empty();
  }

  Optional<Sighting> chosenSighting() {
    return chosen.startsWith(FloorDrawing.SEEN)
        ? site.plan().round().sighting(chosen.substring(FloorDrawing.SEEN.length()))
        : Optional.empty();
  }

  Pointing pointing() {
    return pointing;
  }

  boolean isPointing() {
    return pointing != Pointing.NOTHING;
  }

  void point(Pointing what) {
    pointing = what;
    scale.clear();
  }

  /// The ends of the length that were pointed at so far.
  List<Spot> scale() {
    return scale;
  }

  FloorLayers layers() {
    return layers;
  }

  void layers(FloorLayers other) {
    layers = other;
  }

  /// How wide the plan is drawn, in units of the picture.
  double width() {
    return width;
  }

  void width(double other) {
    width = Math.clamp(other, NARROWEST, WIDEST);
  }

  /// What was moved by keys and is not kept yet.
  Optional<Placement> pending() {
    return pending;
  }

  void hold(Placement placement) {
    pending = Optional.of(placement);
  }

  void drop() {
    pending = Optional.empty();
  }

  /// The plan with what is being moved.
  FloorPlan shown() {
    if (pending.isEmpty()) {
      return site.plan();
    }
    Placement moving = pending.get();
    List<Placement> placements = new ArrayList<>(site.plan().placements());
    placements.removeIf(one -> one.asset().equals(moving.asset()));
    placements.add(moving);
    return new FloorPlan(site.plan().floors(), placements, site.plan().round());
  }

  Placement at(Placement placement, Spot spot) {
    return new Placement(
        placement.asset(), spot, placement.view(), placement.covers(), placement.said());
  }

  /// The same a little further, within the plan.
  Placement moved(Placement placement, double x, double y) {
    Floor on = floor().orElseThrow();
    return at(
        placement,
        new Spot(
            on.name(),
            Math.clamp(placement.spot().x() + x, 0, on.picture().width()),
            Math.clamp(placement.spot().y() + y, 0, on.picture().height())));
  }

  /// The same in another direction; one that had none looks up first.
  Placement turned(Placement placement, double degrees) {
    View view = placement.view();
    OptionalDouble direction = view.direction();
    return new Placement(
        placement.asset(),
        placement.spot(),
        view.turned(direction.isPresent() ? direction.getAsDouble() + degrees : 0),
        placement.covers(),
        placement.said());
  }
}
