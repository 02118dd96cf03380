package lenswacht.knowledge.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Imported;
import lenswacht.knowledge.PackException;
import lenswacht.knowledge.feed.ExtensionWriter.FileRow;
import lenswacht.knowledge.feed.RecordMerge.Fate;

/// Feeds read together and merged with what was imported before: what that changes, and, unless it
/// is a dry run, the change itself. Memory holds one part of a file at a time, and what the makers
/// of the register are named in.
public final class FeedImport implements Closeable {
  private static final int MOST_FILES = 1_000_000;
  private static final int MOST_NAMED = 10_000;

  private final Edition base;
  private final Path home;
  private final LocalDate today;
  private final SignatureKeys keys = new SignatureKeys();
  private final RecordRuns runs = new RecordRuns();
  private final Map<String, FileRow> sources = new HashMap<>();
  private final List<FeedFile> files = new ArrayList<>();
  private final Statements statements = new Statements(FeedReader.mapper());

  /// @param base the edition without what was imported
  /// @param home folder of knowledge of this computer
  /// @param today day of the import
  public FeedImport(Edition base, Path home, LocalDate today) {
    this.base = base;
    this.home = home;
    this.today = today;
  }

  /// Takes public keys of publishers, to check signatures with.
  ///
  /// @throws FeedException if the file holds none
  public void trust(Path keyFile) throws FeedException {
    keys.add(keyFile);
  }

  /// Reads a file, or every file of a folder that can hold a feed, in the order of their names.
  /// Keys that lie in the folder count as those of its publisher.
  ///
  /// @throws IOException if the folder cannot be listed or holds too many files
  public void read(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      one(path);
      return;
    }
    List<Path> found;
    try (Stream<Path> tree = Files.walk(path)) {
      found =
          tree.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(
                  file -> {
                    String name = file.toString();
                    return FeedSource.isFeed(name) || FeedSource.isArchive(name);
                  })
              .limit(MOST_FILES + 1L)
              .sorted()
              .toList();
    } catch (UncheckedIOException e) {
      throw new IOException("the folder cannot be listed: " + e.getMessage(), e);
    }
    if (found.size() > MOST_FILES) {
      throw new IOException("the folder holds more than " + MOST_FILES + " files");
    }
    keys.addFrom(path);
    for (Path file : found) {
      one(file);
    }
  }

  private void one(Path path) throws IOException {
    FeedReader reader = new FeedReader(keys);
    if (!FeedSource.isArchive(path.toString())) {
      one(reader, new FeedSource.OnDisk(path));
      return;
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.size() > MOST_FILES) {
        throw new IOException("the archive holds more than " + MOST_FILES + " files");
      }
      List<? extends ZipEntry> held =
          zip.stream()
              .filter(file -> !file.isDirectory() && FeedSource.isFeed(file.getName()))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      for (ZipEntry file : held) {
        one(reader, new FeedSource.InArchive(path, zip, file));
      }
    } catch (ZipException | IllegalArgumentException e) {
      files.add(
          new FeedFile(
              path.toString(),
              "",
              FeedFile.Kind.UNKNOWN,
              FeedFile.Check.NOTHING,
              0,
              List.of(),
              Optional.of("no zip archive that can be read: " + e.getMessage())));
    }
  }

  private void one(FeedReader reader, FeedSource source) throws IOException {
    String sha256 = hash(source);
    runs.begin(sha256);
    FeedFile file = reader.read(source, runs::add);
    files.add(file);
    if (file.refusal().isPresent()) {
      runs.takeBack();
    } else if (file.accepted() > 0) {
      sources.put(
          sha256,
          new FileRow(
              source.shortName(), file.kind().name(), today.toString(), file.check().word()));
    }
  }

  private static String hash(FeedSource source) {
    try {
      return Vouching.hash(source, "SHA-256");
    } catch (IOException _) {
      return "";
    }
  }

  /// What became of each file.
  public List<FeedFile> files() {
    return List.copyOf(files);
  }

  /// Says what the feeds change, and changes nothing.
  ///
  /// @throws FeedException if what was imported before is damaged
  /// @throws IOException if the folder of knowledge cannot be read
  public Outcome dryRun() throws IOException, FeedException {
    return merge(Optional.empty());
  }

  /// Takes the feeds in. Where they bring nothing new nothing is written.
  ///
  /// @throws FeedException if what was imported before is damaged, or somebody imports just now
  /// @throws IOException if the folder of knowledge cannot be read or written
  public Outcome keep() throws IOException, FeedException {
    RecordShelf shelf = new RecordShelf(home);
    try (FileChannel _ = shelf.lock();
        RecordShelf.Generation generation = shelf.begin()) {
      return merge(Optional.of(generation));
    }
  }

  private Outcome merge(Optional<RecordShelf.Generation> generation)
      throws IOException, FeedException {
    RecordShelf shelf = new RecordShelf(home);
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    List<String> named = new ArrayList<>();
    Map<String, FileRow> known = new HashMap<>(sources);
    known.putAll(shelf.sources());
    Set<String> named256 = new HashSet<>();
    ExtensionWriter extension =
        new ExtensionWriter(
            new VendorNames(base.makers()),
            base.advisories().all().stream().map(Advisory::cve).toList());
    RecordMerge.merge(
        shelf.records(),
        runs,
        (kept, fate) -> {
          counts.merge(fate, 1, Integer::sum);
          if ((fate == Fate.NEW || fate == Fate.CHANGED) && named.size() < MOST_NAMED) {
            named.add(fate.name().toLowerCase(Locale.ROOT) + " " + kept.record().key());
          }
          named256.add(kept.file());
          state(extension, kept);
          if (generation.isPresent()) {
            generation.get().add(kept);
          }
        });
    Map<String, byte[]> written = extension.files(known);
    Optional<Imported> before = imported();
    boolean brings = counts.containsKey(Fate.NEW) || counts.containsKey(Fate.CHANGED);
    boolean differs = !before.map(Imported::hash).equals(Optional.of(Imported.hash(written)));
    if (generation.isPresent() && (brings || (differs && before.isPresent()))) {
      generation.get().publish(written, ExtensionWriter.files(known, named256));
    }
    return new Outcome(
        counts.getOrDefault(Fate.NEW, 0),
        counts.getOrDefault(Fate.CHANGED, 0),
        counts.getOrDefault(Fate.UNCHANGED, 0),
        counts.getOrDefault(Fate.OLDER, 0),
        named,
        Changes.between(base, before, written),
        extension.ranges(),
        after(written));
  }

  private static Imported after(Map<String, byte[]> written) throws FeedException {
    try {
      return Imported.of(written);
    } catch (PackException e) {
      throw new FeedException("what would be imported cannot be read: " + e.getMessage());
    }
  }

  private Optional<Imported> imported() throws FeedException {
    try {
      return Imported.current(home);
    } catch (PackException e) {
      throw new FeedException("what was imported before cannot be read: " + e.getMessage());
    }
  }

  private void state(ExtensionWriter extension, KeptRecord kept) throws IOException {
    try {
      extension.take(kept, statements.of(kept.record()));
    } catch (FeedException e) {
      throw new IOException("a kept record is damaged: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    runs.close();
  }

  /// What feeds change.
  ///
  /// @param added records that were not kept before
  /// @param changed records that take the place of an earlier one
  /// @param unchanged records that were kept already
  /// @param older records of which a later one was kept already
  /// @param named the added and changed ones by name, the first ten thousand
  /// @param changes what changes in the knowledge that assets are judged with
  /// @param ranges number of ranges of makers of the register after the import
  /// @param after what extends the edition after the import
  public record Outcome(
      int added,
      int changed,
      int unchanged,
      int older,
      List<String> named,
      Changes changes,
      int ranges,
      Imported after) {
    public Outcome {
      named = List.copyOf(named);
    }
  }
}
