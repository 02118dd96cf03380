package lenswacht.assessment.floor;

import java.util.Locale;

/// One of the three ways to know of a camera.
public enum Circle {
  /// A list says so.
  PAPER,
  /// It was found on the network.
  NETWORK,
  /// Somebody saw it.
  SEEN;

  /// As files and commands write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
