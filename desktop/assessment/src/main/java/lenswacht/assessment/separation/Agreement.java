package lenswacht.assessment.separation;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What was agreed on connections from one zone to another.
///
/// @param from name of the zone where a connection begins
/// @param to name of the zone where it ends
/// @param wanted what may be
/// @param ports the TCP ports that it speaks of; empty for all of them. Where an agreement opens
///     some ports, the others are to be closed
public record Agreement(String from, String to, Wanted wanted, SortedSet<Integer> ports) {
  private static final int LARGEST_PORT = 65_535;

  public Agreement {
    ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "an agreement is between two zones, not " + from + " alone");
    }
    if (ports.stream().anyMatch(port -> port < 1 || port > LARGEST_PORT)) {
      throw new IllegalArgumentException("ports are numbers from 1 to " + LARGEST_PORT);
    }
    if (wanted == Wanted.CLOSED && !ports.isEmpty()) {
      throw new IllegalArgumentException("what is closed is closed on every port");
    }
  }

  /// What may be.
  public enum Wanted {
    /// Nothing is reached.
    CLOSED,
    /// It is reached.
    OPEN,
    /// It is reached, and nothing the other way.
    ONE_WAY
  }

  /// An agreement on all ports.
  public Agreement(String from, String to, Wanted wanted) {
    this(from, to, wanted, new TreeSet<>(Set.of()));
  }

  /// Whether a connection to `port` is agreed.
  boolean opens(int port) {
    return wanted != Wanted.CLOSED && (ports.isEmpty() || ports.contains(port));
  }
}
