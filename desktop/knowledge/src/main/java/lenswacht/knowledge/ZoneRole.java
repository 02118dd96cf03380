package lenswacht.knowledge;

import java.util.Locale;
import java.util.Optional;

/// What a part of a building's network is for.
public enum ZoneRole {
  /// Cameras, recorders and what belongs to them.
  CAMERA,
  /// The desks of the people who work there.
  OFFICE,
  /// Computers from which equipment is managed.
  MANAGEMENT,
  /// Visitors.
  GUEST,
  /// A socket outside the secured part, a camera's on the facade for example.
  OUTDOOR,
  /// Something else.
  OTHER;

  /// The role as files write it: `camera`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of this word; empty where there is none.
  public static Optional<ZoneRole> of(String word) {
    for (ZoneRole role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
