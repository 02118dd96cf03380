package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import lenswacht.casefile.ContentAudit.Fault;
import lenswacht.casefile.ContentAudit.Kind;
import lenswacht.casefile.ContentAudit.Sums;
import lenswacht.link.Identity;
import lenswacht.observation.BlockSums;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SignedText;

/// SHA-256 of each block of a case file, in a file beside it, signed by the console that closed the
/// case last. So an altered octet is found also where SQLite keeps nothing: in the unused part of a
/// page, in a page that is free.
final class FileSums {
  private static final String BESIDE = "-sums";
  private static final String HEADING = "LENSWACHT SUMS 1\n";
  private static final String DIVIDER = "-----SIGNED-----\n";
  private static final int BLOCK = 1 << 16;
  private static final int LARGEST = 64 << 20;

  private FileSums() {}

  /// What is signed.
  ///
  /// @param seals how many digests of rows and lines of the custody log there were
  record Told(long octets, int block, long seals, List<String> sums) {
    Told {
      sums = List.copyOf(sums);
    }

    /// @throws IllegalArgumentException if the sums do not fit the length
    BlockSums blocks() {
      return new BlockSums(octets, block, sums.stream().map(Bytes::fromHex).toList());
    }
  }

  /// The file beside a case file.
  static Path beside(Path file) {
    return Path.of(file + BESIDE);
  }

  /// Writes the sums of a case file that is closed; nothing while another program has it open.
  static void write(Path file, long seals, Identity console) throws IOException {
    if (isBeingWritten(file)) {
      return;
    }
    Told told =
        new Told(Files.size(file), BLOCK, seals, sums(file).stream().map(Bytes::hex).toList());
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".sums-", ".part");
    try {
      Files.writeString(
          draft,
          SignedText.sign(
              HEADING + FactJson.writePretty(told) + "\n",
              DIVIDER,
              console.privateKey(),
              console.publicKey()));
      Files.move(draft, beside(file), StandardCopyOption.REPLACE_EXISTING);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has Ed25519", absent);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Whether something stands beside the file that belongs into it.
  private static boolean isBeingWritten(Path file) throws IOException {
    Path ahead = Path.of(file + "-wal");
    return Files.exists(ahead) && Files.size(ahead) > 0;
  }

  private static List<Bytes> sums(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return BlockSums.sums(in, BLOCK, Integer.MAX_VALUE);
    }
  }

  /// Compares a case file with its sums.
  ///
  /// @param seals how many digests of rows and lines of the custody log there are now
  static Sums compare(Path file, long seals, List<Fault> faults) throws IOException {
    if (!Files.exists(beside(file))) {
      return Sums.ABSENT;
    }
    Optional<Told> told = read(beside(file));
    if (told.isEmpty()) {
      faults.add(new Fault(Kind.FILE, String.valueOf(beside(file).getFileName())));
      return Sums.ABSENT;
    }
    if (told.get().seals() != seals || isBeingWritten(file)) {
      return Sums.OLDER;
    }
    try (InputStream in = Files.newInputStream(file)) {
      told.get()
          .blocks()
          .differences(BlockSums.sums(in, told.get().block(), Integer.MAX_VALUE))
          .forEach(range -> faults.add(new Fault(Kind.FILE, range.toString())));
    }
    return Sums.COMPARED;
  }

  private static Optional<Told> read(Path sums) throws IOException {
    byte[] octets;
    try (InputStream in = Files.newInputStream(sums)) {
      octets = in.readNBytes(LARGEST);
    }
    Optional<SignedText> signed =
        SignedText.cut(new String(octets, StandardCharsets.UTF_8), DIVIDER);
    if (signed.isEmpty() || !signed.get().body().startsWith(HEADING) || !signed.get().verifies()) {
      return Optional.empty();
    }
    try {
      Told told = FactJson.read(signed.get().body().substring(HEADING.length()), Told.class);
      return told.block() >= 512 && told.blocks().octets() >= 0
          ? Optional.of(told)
          : Optional.empty();
    } catch (MalformedFactException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
