package lenswacht.knowledge.feed;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A file of a feed, which can be read more than once: as it lies in a folder, packed with gzip, or
/// within a zip archive. What unpacks to far more than it was packed from is not read on.
sealed interface FeedSource {
  /// Largest file that lies beside another one to vouch for it.
  int LARGEST_NEIGHBOUR = 64 * 1024;

  /// As people would look it up.
  String name();

  /// Its own name, without the folders in which it happens to lie.
  default String shortName() {
    int archive = name().indexOf('!');
    int folder = name().lastIndexOf(File.separatorChar, archive < 0 ? name().length() : archive);
    return name().substring(folder + 1);
  }

  /// Its bytes, unpacked.
  InputStream open() throws IOException;

  /// Its bytes as they lie there, which hashes and signatures are about.
  InputStream packed() throws IOException;

  /// A file beside it whose name goes on with `suffix`, if there is one that is no larger than it
  /// may be.
  Optional<byte[]> neighbour(String suffix) throws IOException;

  /// Whether its content is comma-separated rows.
  default boolean isRows() {
    return plainName().endsWith(".csv");
  }

  private String plainName() {
    String name = name().toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  /// Whether a file of this name can hold a feed.
  static boolean isFeed(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.endsWith(".json")
        || plain.endsWith(".jsonl")
        || plain.endsWith(".ndjson")
        || plain.endsWith(".csv");
  }

  /// Whether a file of this name holds further files.
  static boolean isArchive(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /// A file in a folder.
  record OnDisk(Path path) implements FeedSource {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public InputStream open() throws IOException {
      if (!name().toLowerCase(Locale.ROOT).endsWith(".gz")) {
        return packed();
      }
      return new Unpacked(new GZIPInputStream(packed()), Files.size(path));
    }

    @Override
    public InputStream packed() throws IOException {
      return new BufferedInputStream(Files.newInputStream(path));
    }

    @Override
    public Optional<byte[]> neighbour(String suffix) throws IOException {
      Path beside = path.resolveSibling(path.getFileName() + suffix);
      if (!Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)
          || Files.size(beside) > LARGEST_NEIGHBOUR) {
        return Optional.empty();
      }
      return Optional.of(Files.readAllBytes(beside));
    }
  }

  /// A file within an open zip archive.
  record InArchive(Path archive, ZipFile zip, ZipEntry file) implements FeedSource {
    @Override
    public String name() {
      return archive + "!" + file.getName();
    }

    @Override
    public InputStream open() throws IOException {
      InputStream once = packed();
      return name().toLowerCase(Locale.ROOT).endsWith(".gz")
          ? new Unpacked(new GZIPInputStream(once), Math.max(0, file.getCompressedSize()))
          : once;
    }

    @Override
    public InputStream packed() throws IOException {
      return new BufferedInputStream(
          new Unpacked(zip.getInputStream(file), Math.max(0, file.getCompressedSize())));
    }

    @Override
    public Optional<byte[]> neighbour(String suffix) throws IOException {
      ZipEntry beside = zip.getEntry(file.getName() + suffix);
      if (beside == null) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(beside)) {
        byte[] bytes = in.readNBytes(LARGEST_NEIGHBOUR + 1);
        return bytes.length > LARGEST_NEIGHBOUR ? Optional.empty() : Optional.of(bytes);
      }
    }
  }
}
