package lenswacht.assessment.floor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One of the seven parts that three circles make: in which of them something is, and in no other.
public enum Region {
  /// In all three.
  ALL(Circle.PAPER, Circle.NETWORK, Circle.SEEN),
  /// On paper and found, not seen.
  PAPER_NETWORK(Circle.PAPER, Circle.NETWORK),
  /// On paper and seen, not found.
  PAPER_SEEN(Circle.PAPER, Circle.SEEN),
  /// Found and seen, not on paper.
  NETWORK_SEEN(Circle.NETWORK, Circle.SEEN),
  /// On paper alone.
  PAPER(Circle.PAPER),
  /// Found alone.
  NETWORK(Circle.NETWORK),
  /// Seen alone.
  SEEN(Circle.SEEN);

  private final Set<Circle> circles;

  Region(Circle first, Circle... others) {
    this.circles = java.util.Collections.unmodifiableSet(EnumSet.of(first, others));
  }

  /// In which circles it lies.
  public Set<Circle> circles() {
    return circles;
  }

  /// The part that lies in exactly these.
  static Region of(Set<Circle> circles) {
    return Arrays.stream(values())
        .filter(region -> region.circles.equals(circles))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is in no circle"));
  }

  /// As files and commands write it: `paper-network`.
  public String word() {
    return circles.stream().map(Circle::word).collect(Collectors.joining("-"));
  }

  /// The part with this word.
  public static Optional<Region> of(String word) {
    return Arrays.stream(values()).filter(region -> region.word().equals(word)).findFirst();
  }
}
