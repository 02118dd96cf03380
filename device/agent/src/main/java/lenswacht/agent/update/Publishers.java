package lenswacht.agent.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lenswacht.observation.Bytes;

/// Whose packages a device takes: of those whom the program that came with the box names; where it
/// names nobody, of the paired consoles.
///
/// @param named keys, X.509 form, a line each in hex; empty where there is no such file
/// @param consoles keys of the paired consoles
public record Publishers(Optional<Path> named, Supplier<Set<Bytes>> consoles) {
  /// What is wrong with a package that was signed by `key`, if anything.
  ///
  /// @throws IOException if the list cannot be read
  public Optional<String> objection(Bytes key) throws IOException {
    if (named.isEmpty() || Files.notExists(named.get())) {
      return consoles.get().contains(key)
          ? Optional.empty()
          : Optional.of("it is signed by nobody that this device is paired with");
    }
    Set<Bytes> keys = new HashSet<>();
    for (String line : Files.readAllLines(named.get())) {
      if (line.matches("([0-9a-f]{2}){32,128}")) {
        keys.add(Bytes.fromHex(line));
      }
    }
    return keys.contains(key)
        ? Optional.empty()
        : Optional.of("it is signed by nobody whom the program of this device names");
  }
}
