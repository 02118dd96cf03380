package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.observation.CleanText;

/// What this device is called in journals: the host name that the system was given.
final class DeviceName {
  private static final Path HOST_NAME = Path.of("/etc/hostname");

  private DeviceName() {}

  /// The name, `LW-unnamed` where the system has none.
  static String ofThisComputer() {
    try {
      String name = CleanText.of(Files.readString(HOST_NAME), 64);
      return name.isBlank() ? "LW-unnamed" : name;
    } catch (IOException unnamed) {
      return "LW-unnamed";
    }
  }
}
