package lenswacht.console.setting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lenswacht.console.desk.KeptFile;

/// The case files and folders of which the portfolio is made, one on each line of a small file
/// beside the settings.
///
/// @param path where
public record SiteListFile(Path path) {
  private static final long LARGEST = 1_048_576;
  private static final int MOST = 2_000;

  /// Beside the settings.
  public static SiteListFile beside(Path settings) {
    return new SiteListFile(settings.toAbsolutePath().resolveSibling("sites.txt"));
  }

  /// What was kept, in order. A file that is absent, damaged or too large counts as empty.
  public List<Path> read() {
    Set<Path> kept = new LinkedHashSet<>();
    try {
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
        return List.of();
      }
      for (String line : Files.readString(path).split("\n", MOST + 1)) {
        if (!line.isBlank() && kept.size() < MOST) {
          kept.add(Path.of(line.strip()));
        }
      }
    } catch (IOException | InvalidPathException unreadable) {
      return List.of();
    }
    return List.copyOf(kept);
  }

  /// Adds a case file or a folder.
  ///
  /// @throws IOException if it cannot be kept
  public void add(Path one) throws IOException {
    List<Path> all = new ArrayList<>(read());
    all.remove(normal(one));
    all.add(normal(one));
    write(all);
  }

  /// Takes everything off the list. The case files stay where they are.
  ///
  /// @throws IOException if it cannot be kept
  public void clear() throws IOException {
    write(List.of());
  }

  private static Path normal(Path one) {
    return one.toAbsolutePath().normalize();
  }

  private void write(List<Path> all) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("the list of sites needs a folder: " + path);
    }
    Files.createDirectories(folder);
    StringBuilder text = new StringBuilder();
    all.stream().skip(Math.max(0, all.size() - MOST)).forEach(one -> text.append(one).append('\n'));
    KeptFile.write(path, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
