package lenswacht.console.setting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.console.desk.KeptFile;

/// Which columns of which table the officer put away, by their ids, one on each line of a small
/// file beside the settings.
///
/// @param path where
public record HiddenColumns(Path path) {
  private static final long LARGEST = 16_384;

  /// Beside the settings.
  public static HiddenColumns beside(Path settings) {
    return new HiddenColumns(settings.toAbsolutePath().resolveSibling("columns.txt"));
  }

  /// The ids of hidden columns. A file that is absent, damaged or too large hides none.
  public Set<String> read() {
    try {
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
        return Set.of();
      }
      return Files.readString(path).lines().map(String::strip).collect(Collectors.toSet());
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return Set.of();
    }
  }

  /// Keeps which are hidden.
  ///
  /// @throws IOException if it cannot be kept
  public void write(Collection<String> ids) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("the columns need a folder: " + path);
    }
    Files.createDirectories(folder);
    String text = ids.stream().sorted().map(id -> id + "\n").collect(Collectors.joining());
    KeptFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
