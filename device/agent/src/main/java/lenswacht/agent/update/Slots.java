package lenswacht.agent.update;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.link.update.PackageException;
import lenswacht.link.update.PackageManifest;
import lenswacht.link.update.SignedPackage;
import lenswacht.observation.Bytes;

/// The two slots for programs that came by cable. A program is written into the one that is not in
/// use, and only once it is whole there and on the storage is it put on trial. Whatever is lost in
/// between, the program that ran before is started again.
///
/// A slot is a folder with the files of a package, the package's signed text as `manifest`, and
/// `sums`, the hashes as `sha256sum` reads them; a slot without that is empty. Safe for several
/// threads.
public final class Slots {
  private static final String STATE = "state";
  private static final String MANIFEST = "manifest";
  private static final String SUMS = "sums";
  private static final int LONGEST_HEAD = 1 << 17;
  private static final int LONGEST_STATE = 64;

  private final Path folder;
  private final SlotDisk disk;

  /// @param folder where they lie, which is made where needed
  public Slots(Path folder) {
    this(folder, SlotDisk.forced());
  }

  Slots(Path folder, SlotDisk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /// Which program is to be started.
  synchronized SlotState state() throws IOException {
    Path file = folder.resolve(STATE);
    if (Files.notExists(file)) {
      return SlotState.initial();
    }
    try (var in = Files.newInputStream(file)) {
      return SlotState.parse(new String(in.readNBytes(LONGEST_STATE), StandardCharsets.US_ASCII))
          .orElseGet(SlotState::initial);
    }
  }

  /// The program in `slot`, as its package says; empty where none is.
  Optional<PackageManifest> program(String slot) throws IOException {
    Path head = folder.resolve(slot).resolve(MANIFEST);
    if (Files.notExists(head)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(head)) {
      return Optional.of(
          SignedPackage.read(
                  head, new String(in.readNBytes(LONGEST_HEAD), StandardCharsets.ISO_8859_1))
              .manifest());
    } catch (PackageException damaged) {
      return Optional.empty();
    }
  }

  /// Writes `program` into the slot that is not in use and puts it on trial: it is what is started
  /// next.
  ///
  /// @param running the slot of the program that runs
  /// @throws PackageException if the package, or what came of it on the storage, is not as it was
  ///     signed; the program that runs stays the one that is started
  synchronized void install(SignedPackage program, String running)
      throws IOException, PackageException {
    String slot = running.equals("a") ? "b" : "a";
    Path place = Files.createDirectories(folder.resolve(slot));
    disk.delete(place.resolve(SUMS));
    for (Path old : files(place)) {
      disk.delete(old);
    }
    program.unpack(file -> disk.write(place.resolve(file.name())));
    byte[] head = program.head().getBytes(StandardCharsets.ISO_8859_1);
    disk.put(place.resolve(MANIFEST), new ByteArrayInputStream(head));
    StringBuilder sums = new StringBuilder();
    for (PackageManifest.File file : program.manifest().files()) {
      if (!SignedPackage.fileOf(place.resolve(file.name())).equals(file)) {
        throw new PackageException(
            PackageException.Why.ALTERED, file.name() + " is not what was written");
      }
      sums.append(line(file.sha256(), file.name()));
    }
    sums.append(line(Bytes.of(head).sha256(), MANIFEST));
    put(place.resolve(SUMS), sums.toString());
    put(folder.resolve(STATE), SlotState.trial(slot, running).line());
  }

  private static String line(Bytes sha256, String name) {
    return sha256.hex() + "  " + name + "\n";
  }

  /// The program that runs has proved itself, or was fallen back to and that is known now.
  synchronized void settle(SlotState state) throws IOException {
    put(folder.resolve(STATE), SlotState.good(state.slot(), state.other()).line());
  }

  private void put(Path file, String text) throws IOException {
    disk.put(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
