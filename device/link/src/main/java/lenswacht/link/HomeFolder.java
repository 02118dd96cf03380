package lenswacht.link;

import java.nio.file.Path;
import java.util.Locale;

/// Where programs keep what outlives a run: keys, the list of paired ends, imported knowledge. The
/// platform's own place, or below the folder that the environment variable `LENSWACHT_HOME` names.
public final class HomeFolder {
  private HomeFolder() {}

  /// The console's folder on this computer; the command line shares it.
  public static Path console() {
    return base().resolve("console");
  }

  /// The device program's folder on this computer.
  public static Path agent() {
    return base().resolve("agent");
  }

  /// Where knowledge that was imported on this computer lies; console and command line share it.
  public static Path knowledge() {
    return base().resolve("knowledge");
  }

  private static Path base() {
    String chosen = System.getenv("LENSWACHT_HOME");
    if (chosen != null && !chosen.isBlank()) {
      return Path.of(chosen);
    }
    Path user = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      String local = System.getenv("LOCALAPPDATA");
      return (local == null ? user : Path.of(local)).resolve("Lenswacht");
    }
    if (system.contains("mac")) {
      return user.resolve("Library/Application Support/Lenswacht");
    }
    String shared = System.getenv("XDG_DATA_HOME");
    return (shared == null || shared.isBlank() ? user.resolve(".local/share") : Path.of(shared))
        .resolve("lenswacht");
  }
}
