package lenswacht.agent.update;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lenswacht.link.update.PackageManifest;
import lenswacht.link.update.Release;

/// The program that runs, and the computer that it runs on.
///
/// @param slot where it was started from
/// @param version its version
/// @param architecture of this computer, as packages name it
/// @param board model of this computer, where the system tells it
/// @param java feature version of its Java runtime
public record OwnProgram(
    String slot, Release version, String architecture, Optional<String> board, int java) {
  private static final Path MODEL = Path.of("/proc/device-tree/model");
  private static final int LONGEST_MODEL = 200;

  /// This one.
  ///
  /// @param environment the variables of this process: the launcher says from where it started
  /// @param packaged version of the program, where it is one of a package
  public static OwnProgram here(Slots slots, Map<String, String> environment, String packaged)
      throws IOException {
    String slot = environment.getOrDefault("LENSWACHT_SLOT", SlotState.GROUND);
    Optional<PackageManifest> received =
        slot.equals("a") || slot.equals("b") ? slots.program(slot) : Optional.empty();
    return new OwnProgram(
        received.isPresent() ? slot : SlotState.GROUND,
        received
            .map(one -> new Release(one.version()))
            .orElseGet(() -> Release.isOne(packaged) ? new Release(packaged) : Release.NONE),
        architecture(System.getProperty("os.arch")),
        model(),
        Runtime.version().feature());
  }

  /// As Debian names what Java calls `name`.
  static String architecture(String name) {
    return switch (name) {
      case "aarch64" -> "arm64";
      case "x86_64" -> "amd64";
      default -> name;
    };
  }

  private static Optional<String> model() throws IOException {
    if (!Files.isReadable(MODEL)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(MODEL)) {
      String text = new String(in.readNBytes(LONGEST_MODEL), StandardCharsets.US_ASCII);
      return Optional.of(text.replace("\0", "").strip()).filter(name -> !name.isEmpty());
    }
  }
}
