package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.assessment.Axis;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;

/// The assets of a case by likelihood and consequence on one axis, where each stands if what is
/// unknown turns out badly.
///
/// @param axis which
/// @param cells the assets in each cell; cells without any are left out
/// @param unplaced assets of which no likelihood and consequence is known
public record RiskMatrix(Axis axis, Map<Spot, List<RatedAsset>> cells, List<RatedAsset> unplaced) {
  /// Number of levels on each side.
  public static final int LEVELS = 5;

  private static final String RISK = "RISK";

  public RiskMatrix {
    cells = Collections.unmodifiableMap(new TreeMap<>(cells));
    unplaced = List.copyOf(unplaced);
  }

  /// A cell.
  ///
  /// @param likelihood 0 to 4
  /// @param consequence 0 to 4
  public record Spot(int likelihood, int consequence) implements Comparable<Spot> {
    @Override
    public int compareTo(Spot other) {
      return key().compareTo(other.key());
    }

    /// Names it within the picture.
    String key() {
      return likelihood + "-" + consequence;
    }
  }

  /// The matrix of assets on an axis.
  public static RiskMatrix of(Axis axis, List<RatedAsset> assets) {
    Map<Spot, List<RatedAsset>> cells = new TreeMap<>();
    List<RatedAsset> unplaced = new ArrayList<>();
    for (RatedAsset asset : assets) {
      spot(rating(asset, axis))
          .ifPresentOrElse(
              spot -> cells.computeIfAbsent(spot, ignored -> new ArrayList<>()).add(asset),
              () -> unplaced.add(asset));
    }
    return new RiskMatrix(axis, cells, unplaced);
  }

  /// The rating of an asset on an axis.
  public static Rating rating(RatedAsset asset, Axis axis) {
    return switch (axis) {
      case ESPIONAGE -> asset.espionage();
      case PRIVACY -> asset.privacy();
    };
  }

  /// Where a rating stands at its worst.
  static Optional<Spot> spot(Rating rating) {
    return rating.steps().stream()
        .filter(step -> step.table().equals(RISK))
        .map(step -> new Spot(step.row().worst().number(), step.column().worst().number()))
        .findFirst();
  }

  /// The assets in the cell with this key.
  public List<RatedAsset> at(String key) {
    return cells.entrySet().stream()
        .filter(cell -> cell.getKey().key().equals(key))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(List.of());
  }

  /// How many of `assets` could still turn out better.
  public long open(List<RatedAsset> assets) {
    return assets.stream().filter(asset -> !rating(asset, axis).level().isExact()).count();
  }
}
