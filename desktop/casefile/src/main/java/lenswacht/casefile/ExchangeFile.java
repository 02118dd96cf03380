package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.JournalOpening;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SealOpener;

/// One file with journals in it that can travel on a stick: a zip archive of the journals as they
/// are, and a manifest with their lengths and hashes. Nothing in it is compressed, so that nothing
/// in it can grow, and the same journals give the same file.
public final class ExchangeFile {
  /// Most journals in one file.
  public static final int MOST_JOURNALS = 64;

  private static final String MANIFEST = "manifest.json";
  private static final String FORMAT = "lenswacht-exchange";
  private static final int LARGEST_MANIFEST = 4 << 20;
  private static final Pattern NAME = Pattern.compile("journal-[1-9][0-9]{0,2}\\.lwj");
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ExchangeFile() {}

  /// What stands in the manifest.
  ///
  /// @param format always `lenswacht-exchange`
  /// @param version 1
  /// @param journals one by one
  /// @param keys content keys, sealed to those the file is for
  record Manifest(String format, int version, List<Piece> journals, List<Key> keys) {
    Manifest {
      journals = List.copyOf(journals);
      keys = List.copyOf(keys);
    }
  }

  /// One journal.
  record Piece(String name, long octets, Bytes sha256) {}

  /// A content key for one reader more.
  ///
  /// @param commitment names the content key, as in the journal's opening
  record Key(Bytes commitment, Bytes to, Bytes box) {}

  /// Gives one journal, from its first octet on, as often as it is asked.
  public interface Source {
    /// The journal; the caller closes it.
    InputStream open() throws IOException;
  }

  /// Writes `journals` to `file`, whole or not at all.
  ///
  /// @throws FileAlreadyExistsException if the file is there already
  public static void write(Path file, List<? extends Source> journals, List<Key> keys)
      throws IOException {
    if (journals.isEmpty() || journals.size() > MOST_JOURNALS) {
      throw new IOException("a file holds 1 to " + MOST_JOURNALS + " journals");
    }
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path folder = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, ".export-", ".part");
    try {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
        List<Piece> pieces = new ArrayList<>();
        List<Long> sums = new ArrayList<>();
        for (Source journal : journals) {
          CRC32 sum = new CRC32();
          pieces.add(piece("journal-" + (pieces.size() + 1) + ".lwj", journal, sum));
          sums.add(sum.getValue());
        }
        byte[] manifest =
            FactJson.writePretty(new Manifest(FORMAT, 1, pieces, keys)).getBytes("UTF-8");
        CRC32 sum = new CRC32();
        sum.update(manifest);
        begin(zip, MANIFEST, manifest.length, sum.getValue());
        zip.write(manifest);
        for (int i = 0; i < pieces.size(); i++) {
          begin(zip, pieces.get(i).name(), pieces.get(i).octets(), sums.get(i));
          try (InputStream in = journals.get(i).open()) {
            in.transferTo(zip);
          }
        }
      }
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void begin(ZipOutputStream zip, String name, long octets, long sum)
      throws IOException {
    ZipEntry part = new ZipEntry(name);
    part.setMethod(ZipEntry.STORED);
    part.setTimeLocal(NO_TIME);
    part.setSize(octets);
    part.setCompressedSize(octets);
    part.setCrc(sum);
    zip.putNextEntry(part);
  }

  private static Piece piece(String name, Source journal, CRC32 sum) throws IOException {
    MessageDigest digest = sha256();
    long octets;
    try (InputStream in =
        new CheckedInputStream(new DigestInputStream(journal.open(), digest), sum)) {
      octets = in.transferTo(OutputStream.nullOutputStream());
    }
    return new Piece(name, octets, Bytes.of(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  /// Takes one journal, from its first octet on.
  public interface Sink {
    /// Takes it in; the caller closes it.
    void take(InputStream journal, SealOpener opener)
        throws IOException, CaseFileException, lenswacht.observation.BrokenJournalException;
  }

  /// Checks `file` and hands over its journals one by one.
  ///
  /// @param opener what the reader can open without the file's own keys
  /// @throws CaseFileException `DAMAGED`, if the file is no such file, was altered or cut off, or
  ///     holds anything else
  public static void read(Path file, SealOpener opener, Sink sink)
      throws IOException, CaseFileException, lenswacht.observation.BrokenJournalException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Manifest manifest = manifest(zip, file);
      requireNothingElse(zip, manifest, file);
      for (Piece piece : manifest.journals()) {
        requireWhole(zip, piece, file);
      }
      for (Piece piece : manifest.journals()) {
        try (InputStream in = zip.getInputStream(part(zip, piece.name(), piece.octets(), file))) {
          sink.take(in, with(manifest.keys(), opener));
        }
      }
    } catch (ZipException malformed) {
      throw damaged(file, "it is no whole exchange file", malformed);
    } catch (UncheckedIOException | IllegalArgumentException malformed) {
      throw damaged(file, "it is no exchange file", malformed);
    }
  }

  /// Opens also what was sealed in the manifest.
  private static SealOpener with(List<Key> keys, SealOpener opener) {
    return opening -> {
      List<JournalOpening.Box> boxes =
          keys.stream()
              .filter(key -> key.commitment().equals(opening.commitment()))
              .map(key -> new JournalOpening.Box(key.to(), key.box()))
              .limit(JournalOpening.MOST_BOXES)
              .toList();
      Optional<Bytes> own = opener.contentKey(opening);
      return own.isPresent() || boxes.isEmpty()
          ? own
          : opener.contentKey(
              new JournalOpening(opening.version(), opening.device(), opening.commitment(), boxes));
    };
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException, CaseFileException {
    ZipEntry part = zip.getEntry(MANIFEST);
    if (part == null || part.getSize() > LARGEST_MANIFEST) {
      throw damaged(file, "it has no manifest", null);
    }
    try (InputStream in = zip.getInputStream(part(zip, MANIFEST, part.getSize(), file))) {
      Manifest manifest = FactJson.read(in.readNBytes(LARGEST_MANIFEST), Manifest.class);
      if (!FORMAT.equals(manifest.format()) || manifest.version() != 1) {
        throw damaged(file, "its manifest is of another format or a newer version", null);
      }
      if (manifest.journals().isEmpty() || manifest.journals().size() > MOST_JOURNALS) {
        throw damaged(file, "it holds no journal, or too many", null);
      }
      return manifest;
    } catch (MalformedFactException malformed) {
      throw damaged(file, "its manifest is malformed", malformed);
    }
  }

  private static void requireNothingElse(ZipFile zip, Manifest manifest, Path file)
      throws CaseFileException {
    Set<String> expected = new HashSet<>(Set.of(MANIFEST));
    for (Piece piece : manifest.journals()) {
      if (!NAME.matcher(piece.name()).matches() || !expected.add(piece.name())) {
        throw damaged(file, "it names a journal as no journal is named", null);
      }
    }
    List<String> there = new ArrayList<>();
    if (zip.size() <= MOST_JOURNALS + 1) {
      Collections.list(zip.entries()).forEach(part -> there.add(part.getName()));
    }
    if (there.size() != expected.size() || !expected.containsAll(there)) {
      throw damaged(file, "it holds something else than its manifest says", null);
    }
  }

  private static ZipEntry part(ZipFile zip, String name, long octets, Path file)
      throws CaseFileException {
    ZipEntry part = zip.getEntry(name);
    if (part == null
        || part.getMethod() != ZipEntry.STORED
        || part.getSize() != octets
        || part.getCompressedSize() != octets) {
      throw damaged(file, name + " is not as long as its manifest says", null);
    }
    return part;
  }

  private static void requireWhole(ZipFile zip, Piece piece, Path file)
      throws IOException, CaseFileException {
    MessageDigest digest = sha256();
    long octets;
    try (InputStream in = zip.getInputStream(part(zip, piece.name(), piece.octets(), file));
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      octets = in.transferTo(out);
    }
    if (octets != piece.octets() || !piece.sha256().equals(Bytes.of(digest.digest()))) {
      throw damaged(file, piece.name() + " was altered", null);
    }
  }

  private static CaseFileException damaged(
      Path file, String why, @org.jspecify.annotations.Nullable Exception cause) {
    String sentence = file + " is refused: " + why;
    return cause == null
        ? new CaseFileException(Reason.DAMAGED, sentence)
        : new CaseFileException(Reason.DAMAGED, sentence, cause);
  }
}
