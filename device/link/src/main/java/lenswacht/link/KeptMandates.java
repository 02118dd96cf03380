package lenswacht.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;
import lenswacht.observation.SignedMandate;

/// What a device keeps of its consoles in files of their own: mandates under which a run can be
/// started later, and, to be wiped with them, editions of knowledge.
public final class KeptMandates {
  private static final int MOST = 100;

  private final Path folder;

  /// Kept in `folder`, which is made with the first one.
  public KeptMandates(Path folder) {
    this.folder = folder;
  }

  /// Keeps a mandate, in place of the one with the same id.
  ///
  /// @return whether there was room for it
  /// @throws IOException if the storage fails
  public boolean keep(String id, SignedMandate mandate) throws IOException {
    OwnFiles.folder(folder);
    Path file = fileOf(id);
    if (Files.notExists(file) && files(folder).size() >= MOST) {
      return false;
    }
    OwnFiles.write(file, mandate.text().getBytes(StandardCharsets.UTF_8));
    return true;
  }

  /// The mandate with this id, if it is kept.
  ///
  /// @throws IOException if the storage fails
  public Optional<SignedMandate> find(String id) throws IOException {
    Path file = fileOf(id);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /// The mandate that was kept last, if one is kept.
  ///
  /// @throws IOException if the storage fails
  public Optional<SignedMandate> newest() throws IOException {
    Optional<Path> newest = Optional.empty();
    FileTime latest = FileTime.fromMillis(Long.MIN_VALUE);
    for (Path file : files(folder)) {
      FileTime kept = Files.getLastModifiedTime(file);
      if (kept.compareTo(latest) > 0) {
        newest = Optional.of(file);
        latest = kept;
      }
    }
    return newest.isPresent() ? Optional.of(read(newest.get())) : Optional.empty();
  }

  private static SignedMandate read(Path file) throws IOException {
    return new SignedMandate(
        new String(OwnFiles.read(file, 4 * SignedMandate.LONGEST), StandardCharsets.UTF_8));
  }

  /// Deletes the mandate with this id, if it is kept.
  ///
  /// @throws IOException if the storage fails
  public void drop(String id) throws IOException {
    Files.deleteIfExists(fileOf(id));
  }

  /// An id may be any text, and is no name of a file.
  private Path fileOf(String id) {
    return folder.resolve(Bytes.utf8(id).sha256().hex() + ".mandate");
  }

  /// Deletes all of them.
  ///
  /// @return how many there were
  /// @throws IOException if the storage fails
  public int wipe() throws IOException {
    return wipe(folder);
  }

  /// Deletes every file in `folder`.
  ///
  /// @return how many there were
  /// @throws IOException if the storage fails
  public static int wipe(Path folder) throws IOException {
    List<Path> files = files(folder);
    for (Path file : files) {
      Files.delete(file);
    }
    return files.size();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
