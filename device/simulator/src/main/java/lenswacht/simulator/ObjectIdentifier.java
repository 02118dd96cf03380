package lenswacht.simulator;

import java.util.ArrayList;
import java.util.List;

/// An SNMP object identifier, ordered as an agent walks.
///
/// @param parts the numbers, at least two
record ObjectIdentifier(List<Long> parts) implements Comparable<ObjectIdentifier> {
  private static final int MOST_PARTS = 128;

  ObjectIdentifier {
    parts = List.copyOf(parts);
    if (parts.size() < 2 || parts.size() > MOST_PARTS) {
      throw new IllegalArgumentException("an object identifier has 2 to 128 numbers");
    }
    for (long part : parts) {
      if (part < 0 || part > 0xffff_ffffL) {
        throw new IllegalArgumentException("an object identifier's number has 32 bits");
      }
    }
  }

  /// Reads `1.3.6.1`.
  ///
  /// @throws IllegalArgumentException if it is not dotted numbers
  static ObjectIdentifier parse(String dotted) {
    List<Long> numbers = new ArrayList<>();
    for (String part : dotted.split("\\.", MOST_PARTS + 1)) {
      numbers.add(Long.parseLong(part));
    }
    return new ObjectIdentifier(numbers);
  }

  @Override
  public int compareTo(ObjectIdentifier other) {
    int shared = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < shared; i++) {
      int order = Long.compare(parts.get(i), other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }
}
