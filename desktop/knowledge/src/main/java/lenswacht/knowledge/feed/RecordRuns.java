package lenswacht.knowledge.feed;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Records as they come in, in sorted runs: the last one in memory, earlier ones in files beside
/// each other. The records of a file that is refused in the end are taken back.
final class RecordRuns implements Closeable {
  private static final long LARGEST_RUN = 24L * 1024 * 1024;

  private final List<KeptRecord> inMemory = new ArrayList<>();
  private final List<Path> spilled = new ArrayList<>();
  private long characters;
  private int firstOfFile;
  private int spilledBeforeFile;
  private String file = "";

  /// What follows comes from one file.
  void begin(String sha256) throws IOException {
    if (characters > LARGEST_RUN / 2) {
      spill();
    }
    file = sha256;
    firstOfFile = inMemory.size();
    spilledBeforeFile = spilled.size();
  }

  void add(FeedRecord record) {
    inMemory.add(new KeptRecord(record, file));
    characters += record.raw().length();
    if (characters > LARGEST_RUN) {
      try {
        spillWithinFile();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Takes back what came since the last beginning.
  void takeBack() throws IOException {
    while (spilled.size() > spilledBeforeFile) {
      Files.deleteIfExists(spilled.removeLast());
    }
    while (inMemory.size() > firstOfFile) {
      characters -= inMemory.removeLast().record().raw().length();
    }
  }

  /// What came before the file stays apart from what came with it.
  private void spillWithinFile() throws IOException {
    List<KeptRecord> ofFile = inMemory.subList(firstOfFile, inMemory.size());
    write(ofFile);
    for (KeptRecord kept : ofFile) {
      characters -= kept.record().raw().length();
    }
    ofFile.clear();
  }

  private void spill() throws IOException {
    write(inMemory);
    inMemory.clear();
    characters = 0;
  }

  private void write(List<KeptRecord> records) throws IOException {
    Path run = Files.createTempFile("lenswacht-feed", ".gz");
    spilled.add(run);
    List<KeptRecord> sorted = new ArrayList<>(records);
    sorted.sort(KeptRecord.LATEST_FIRST);
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(run)), StandardCharsets.UTF_8))) {
      for (KeptRecord kept : sorted) {
        out.write(kept.line());
        out.write('\n');
      }
    }
  }

  /// The run in memory, sorted.
  List<KeptRecord> last() {
    List<KeptRecord> sorted = new ArrayList<>(inMemory);
    sorted.sort(KeptRecord.LATEST_FIRST);
    return sorted;
  }

  /// The runs in files.
  List<Path> files() {
    return List.copyOf(spilled);
  }

  @Override
  public void close() throws IOException {
    for (Path run : spilled) {
      Files.deleteIfExists(run);
    }
  }
}
