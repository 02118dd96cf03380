package lenswacht.assessment.floor;

import java.util.List;

/// Where an asset hangs, and what it looks at.
///
/// @param asset its name within the case
/// @param spot where
/// @param view where to, how wide and how far
/// @param covers what people say is in view: `desk`, `entrance`, in their own words
/// @param said who placed it
public record Placement(String asset, Spot spot, View view, List<String> covers, Said said) {
  public Placement {
    if (asset.isBlank()) {
      throw new IllegalArgumentException("a placement is of an asset");
    }
    covers = TextLimits.words(covers);
  }
}
