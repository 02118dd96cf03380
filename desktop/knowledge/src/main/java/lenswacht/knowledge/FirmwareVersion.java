package lenswacht.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A firmware version made of numbers, compared part by part: 5.5.800 is later than 5.5.82.
///
/// @param parts the numbers, most significant first
record FirmwareVersion(List<Integer> parts) implements Comparable<FirmwareVersion> {
  private static final int LONGEST = 64;

  FirmwareVersion {
    parts = List.copyOf(parts);
  }

  /// Reads `V5.4.5`, `v3.0.0.136`, `5.7.18` and the like; empty for anything else, so that nothing
  /// is ever guessed from letters or dates.
  static Optional<FirmwareVersion> parse(String text) {
    String bare = text.strip().toUpperCase(Locale.ROOT);
    if (bare.startsWith("V")) {
      bare = bare.substring(1);
    }
    if (bare.length() > LONGEST || !bare.matches("[0-9]{1,9}(\\.[0-9]{1,9}){1,7}")) {
      return Optional.empty();
    }
    List<Integer> parts = new ArrayList<>();
    for (String part : bare.split("\\.", -1)) {
      parts.add(Integer.parseInt(part));
    }
    return Optional.of(new FirmwareVersion(parts));
  }

  @Override
  public int compareTo(FirmwareVersion other) {
    int length = Math.max(parts.size(), other.parts.size());
    for (int i = 0; i < length; i++) {
      int order = Integer.compare(part(i), other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }
}
