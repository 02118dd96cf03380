package lenswacht.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.AddressRange;

/// Addresses as people type them: several, between blanks, commas or semicolons.
///
/// @param ranges those that were read
/// @param wrong the first word that is none
public record RangeList(List<AddressRange> ranges, Optional<String> wrong) {
  public RangeList {
    ranges = List.copyOf(ranges);
  }

  /// Reads `text` up to the first word that is no address.
  public static RangeList read(String text) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String word : text.strip().split("[\\s,;]+")) {
      if (word.isEmpty()) {
        continue;
      }
      try {
        ranges.add(AddressRange.parse(word));
      } catch (IllegalArgumentException none) {
        return new RangeList(ranges, Optional.of(word));
      }
    }
    return new RangeList(ranges, Optional.empty());
  }
}
