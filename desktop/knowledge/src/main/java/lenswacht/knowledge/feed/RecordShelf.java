package lenswacht.knowledge.feed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import lenswacht.knowledge.Imported;
import lenswacht.knowledge.feed.ExtensionWriter.FileRow;

/// The folder of knowledge of this computer, written. Everything new is laid beside what is there;
/// the last step moves the file that names what counts into its place. A run that breaks off leaves
/// what was there before.
final class RecordShelf {
  private static final String RECORDS = "records-";
  private static final String SOURCES = "sources-";

  private final Path home;

  RecordShelf(Path home) {
    this.home = home;
  }

  /// The records that count, empty where none were kept.
  Optional<Path> records() throws IOException {
    return generation().map(name -> home.resolve(RECORDS + name + ".gz"));
  }

  /// Every file that brought a record, by its hash.
  Map<String, FileRow> sources() throws IOException {
    Map<String, FileRow> sources = new HashMap<>();
    Optional<String> name = generation();
    if (name.isPresent()) {
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder().ofNamedCsvRecord(home.resolve(SOURCES + name.get() + ".csv"))) {
        for (NamedCsvRecord row : rows) {
          sources.put(
              row.getField("sha256"),
              new FileRow(
                  row.getField("name"),
                  row.getField("kind"),
                  row.getField("imported"),
                  row.getField("check")));
        }
      }
    }
    return sources;
  }

  private Optional<String> generation() throws IOException {
    Path pointer = Imported.pointerFile(home);
    if (!Files.isRegularFile(pointer)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pointer, StandardCharsets.US_ASCII);
    if (lines.size() < 2 || !lines.get(1).matches("[0-9a-f-]{36}")) {
      throw new IOException("the file 'current' in the folder of knowledge is damaged");
    }
    return Optional.of(lines.get(1));
  }

  /// Keeps others from importing at the same time.
  ///
  /// @throws FeedException if somebody imports at this moment
  FileChannel lock() throws IOException, FeedException {
    Files.createDirectories(home);
    FileChannel channel =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // Held within this program, which is the same to the caller.
    }
    if (lock == null) {
      channel.close();
      throw new FeedException("another import is under way");
    }
    return channel;
  }

  /// A new generation of records that does not count yet.
  Generation begin() throws IOException {
    Files.createDirectories(home);
    return new Generation(home, UUID.randomUUID().toString());
  }

  /// Records that are being written.
  static final class Generation implements AutoCloseable {
    private final Path home;
    private final String name;
    private final BufferedWriter out;
    private boolean counts;

    Generation(Path home, String name) throws IOException {
      this.home = home;
      this.name = name;
      this.out =
          new BufferedWriter(
              new OutputStreamWriter(
                  new GZIPOutputStream(Files.newOutputStream(file()), 65_536),
                  StandardCharsets.UTF_8));
    }

    private Path file() {
      return home.resolve(RECORDS + name + ".gz");
    }

    private Path sources() {
      return home.resolve(SOURCES + name + ".csv");
    }

    void add(KeptRecord record) throws IOException {
      out.write(record.line());
      out.write('\n');
    }

    /// Makes this generation the one that counts, with an extension of the edition.
    void publish(Map<String, byte[]> extension, byte[] sources) throws IOException {
      out.close();
      Files.write(sources(), sources);
      String hash = Imported.hash(extension);
      Path folder = Imported.folder(home, hash);
      if (!Files.isDirectory(folder)) {
        Path fresh = home.resolve("editions").resolve("." + name);
        Files.createDirectories(fresh);
        for (Map.Entry<String, byte[]> file : extension.entrySet()) {
          Files.write(fresh.resolve(file.getKey()), file.getValue());
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      Path pointer = home.resolve("current." + name);
      Files.writeString(pointer, hash + "\n" + name + "\n");
      Files.move(
          pointer,
          Imported.pointerFile(home),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      counts = true;
      sweep();
    }

    /// Earlier records do not count any more; their editions stay, to compute again with them.
    private void sweep() throws IOException {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(home, "{records-*.gz,sources-*.csv,current.*}")) {
        for (Path file : files) {
          if (!file.getFileName().toString().contains(name)) {
            Files.deleteIfExists(file);
          }
        }
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
      if (!counts) {
        Files.deleteIfExists(file());
        Files.deleteIfExists(sources());
      }
    }
  }
}
