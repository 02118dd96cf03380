package lenswacht.console.room;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import lenswacht.console.desk.DraftShelf;
import lenswacht.console.desk.KeptFile;
import lenswacht.observation.Bytes;

/// Drafts as small files in the platform's own folder for data, one for each case, replaced as a
/// whole. Losing one is a nuisance and never a reason to stop.
///
/// @param folder made where it is not there
public record DraftFolder(Path folder) implements DraftShelf {
  private static final long LARGEST = 4L << 20;
  private static final int DIGITS = 32;

  private Path file(String about) {
    return folder.resolve(Bytes.utf8(about).sha256().hex().substring(0, DIGITS) + ".properties");
  }

  @Override
  public Map<String, String> read(String about) {
    Path file = file(about);
    Map<String, String> drafts = new TreeMap<>();
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST) {
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
          kept.load(in);
        }
        kept.stringPropertyNames().forEach(name -> drafts.put(name, kept.getProperty(name)));
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      System.err.println("A draft could not be read: " + unreadable.getMessage());
    }
    return drafts;
  }

  @Override
  public synchronized void write(String about, Map<String, String> drafts) {
    try {
      if (drafts.isEmpty()) {
        Files.deleteIfExists(file(about));
        return;
      }
      Files.createDirectories(folder);
      Properties kept = new Properties();
      kept.putAll(drafts);
      KeptFile.write(
          file(about),
          out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            kept.store(writer, null);
            writer.flush();
          });
    } catch (IOException unwritable) {
      System.err.println("A draft could not be kept: " + unwritable.getMessage());
    }
  }
}
