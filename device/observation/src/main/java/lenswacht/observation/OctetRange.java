package lenswacht.observation;

import java.util.ArrayList;
import java.util.List;

/// A run of octets in a file, counted from 0.
///
/// @param from the first
/// @param to the one behind the last; -1 where that is the end of the file
public record OctetRange(long from, long to) {
  /// Neighbours made one.
  static List<OctetRange> joined(List<OctetRange> ranges) {
    List<OctetRange> joined = new ArrayList<>();
    for (OctetRange next : ranges) {
      if (!joined.isEmpty() && joined.getLast().to() == next.from()) {
        joined.set(joined.size() - 1, new OctetRange(joined.getLast().from(), next.to()));
      } else {
        joined.add(next);
      }
    }
    return List.copyOf(joined);
  }

  /// Whether it has an octet in common with the octets from `from` to before `to`.
  public boolean meets(long first, long behind) {
    return first < behind && from < behind && (to < 0 || to > first);
  }

  /// As people count: the first octet is number 0, the last one included.
  @Override
  public String toString() {
    return from + "-" + (to < 0 ? "" : String.valueOf(to - 1));
  }
}
