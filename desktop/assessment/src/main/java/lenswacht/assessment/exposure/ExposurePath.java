package lenswacht.assessment.exposure;

import java.util.List;
import lenswacht.knowledge.Truth;

/// A way by which an asset can be reached, from the far end to the asset.
///
/// @param leadsFrom what it would make of the asset if it is open
/// @param hops the places on it, in order; at least two
public record ExposurePath(ExposureLevel leadsFrom, List<Hop> hops) {
  public ExposurePath {
    hops = List.copyOf(hops);
    if (hops.size() < 2) {
      throw new IllegalArgumentException("a path leads from somewhere to somewhere");
    }
  }

  /// Whether the whole way is open.
  public Truth open() {
    return hops.stream().map(Hop::open).reduce(Truth.YES, Truth::and);
  }
}
