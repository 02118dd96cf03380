package lenswacht.assessment.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.RatedAsset;

/// Which asset of one moment is which of another: the same hardware address, or else the same
/// address where the hardware addresses do not differ.
///
/// @param both pairs of the same asset
/// @param gone those of the first that are no asset of the second
/// @param appeared those of the second that are no asset of the first
record Pairing(List<Pair> both, List<RatedAsset> gone, List<RatedAsset> appeared) {
  Pairing {
    both = List.copyOf(both);
    gone = List.copyOf(gone);
    appeared = List.copyOf(appeared);
  }

  /// The same asset at two moments.
  record Pair(RatedAsset before, RatedAsset after) {}

  static Pairing of(List<RatedAsset> first, List<RatedAsset> second) {
    List<Pair> both = new ArrayList<>();
    List<RatedAsset> gone = new ArrayList<>();
    Set<RatedAsset> left = new HashSet<>(second);
    List<RatedAsset> open = new ArrayList<>();
    for (RatedAsset asset : first) {
      Optional<RatedAsset> same =
          asset.mac().isEmpty()
              ? Optional.empty()
              : second.stream()
                  .filter(left::contains)
                  .filter(other -> other.mac().equals(asset.mac()))
                  .findFirst();
      same.ifPresentOrElse(
          other -> {
            both.add(new Pair(asset, other));
            left.remove(other);
          },
          () -> open.add(asset));
    }
    for (RatedAsset asset : open) {
      Optional<RatedAsset> same =
          second.stream()
              .filter(left::contains)
              .filter(other -> other.address().equals(asset.address()))
              .filter(other -> other.mac().isEmpty() || asset.mac().isEmpty())
              .findFirst();
      same.ifPresentOrElse(
          other -> {
            both.add(new Pair(asset, other));
            left.remove(other);
          },
          () -> gone.add(asset));
    }
    return new Pairing(both, gone, second.stream().filter(left::contains).toList());
  }
}
