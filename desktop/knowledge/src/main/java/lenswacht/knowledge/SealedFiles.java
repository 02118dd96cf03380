package lenswacht.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// Files that belong together: their hash, and who signed it.
///
/// @param hash SHA-256 over the hashes and names of all files, 64 hex digits
/// @param seal the signature beside them; empty where there is none
record SealedFiles(String hash, Optional<Seal> seal) {
  /// Reads files and the signature beside them.
  ///
  /// @param folder where they lie, with a slash behind each folder below; may be empty
  /// @throws PackException if a file is missing, or the signature does not hold
  static SealedFiles of(KnowledgeFolder edition, String folder, List<String> files)
      throws PackException {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    StringBuilder lines = new StringBuilder();
    for (String file : files) {
      add(lines, Bytes.of(edition.read(prefix + file)).sha256().hex(), file);
    }
    String hash = hash(lines);
    return new SealedFiles(hash, Seal.beside(edition, prefix, hash));
  }

  static void add(StringBuilder lines, String hash, String name) {
    lines.append(hash).append("  ").append(name).append('\n');
  }

  static String hash(CharSequence lines) {
    return Bytes.of(lines.toString().getBytes(StandardCharsets.UTF_8)).sha256().hex();
  }
}
