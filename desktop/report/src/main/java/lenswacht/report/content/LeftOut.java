package lenswacht.report.content;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What an audience was not told.
///
/// @param counts how many different ones of each kind
/// @param chapters titles of the chapters that were left out whole
public record LeftOut(Map<Kind, Integer> counts, List<String> chapters) {
  /// Nothing was left out.
  public static final LeftOut NOTHING = new LeftOut(Map.of(), List.of());

  /// What can be left out.
  public enum Kind {
    /// Addresses of machines and ranges of a network.
    ADDRESS,
    /// Addresses of network cards.
    HARDWARE,
    /// Serial numbers and what stands for them.
    SERIAL,
    /// Names of people.
    PERSON,
    /// Whole chapters.
    CHAPTER,
    /// Pictures.
    PICTURE
  }

  public LeftOut {
    Map<Kind, Integer> sorted = new EnumMap<>(Kind.class);
    sorted.putAll(counts);
    counts = Collections.unmodifiableMap(sorted);
    chapters = List.copyOf(chapters);
  }

  /// Whether everything was told.
  public boolean isNothing() {
    return counts.isEmpty();
  }
}
