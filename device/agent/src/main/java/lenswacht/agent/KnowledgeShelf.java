package lenswacht.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lenswacht.agent.update.Publishers;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.CatalogueException;
import lenswacht.link.OrderAnswer;
import lenswacht.link.update.PackageException;
import lenswacht.link.update.PackageManifest.Kind;
import lenswacht.link.update.SignedPackage;
import lenswacht.observation.BoxNote;
import lenswacht.observation.Bytes;

/// The edition of knowledge that came by cable: files of the fingerprint catalogue, which stand in
/// place of those that came with the program. What a device needs of an edition is that alone: it
/// decides what is asked next. One edition is kept, the last.
final class KnowledgeShelf {
  private static final String KEPT = "knowledge";
  private static final long LONGEST = 16L << 20;

  private final Path folder;
  private final Publishers publishers;

  /// @param folder where it is kept
  /// @param publishers whose editions are used
  KnowledgeShelf(Path folder, Publishers publishers) {
    this.folder = folder;
    this.publishers = publishers;
  }

  /// The file into which one is put that comes.
  Path place() {
    return folder.resolve("received");
  }

  /// Whether what came can be used; why not, if so. It is thrown away then.
  Optional<OrderAnswer.Refused> objection() throws IOException {
    try {
      load(place());
      return Optional.empty();
    } catch (PackageException | CatalogueException unusable) {
      Files.deleteIfExists(place());
      return Optional.of(
          new OrderAnswer.Refused("unusable", String.valueOf(unusable.getMessage())));
    }
  }

  /// From the next run on, what came is used.
  void keep() throws IOException {
    Files.move(
        place(),
        folder.resolve(KEPT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// The catalogue for a run: of the edition that is kept, or, where there is none or it cannot be
  /// used, the one that came with the program.
  ///
  /// @param noted puts into the journal which it is
  Catalogue catalogue(Consumer<BoxNote> noted) throws IOException {
    Path kept = folder.resolve(KEPT);
    if (Files.notExists(kept)) {
      return Catalogue.bundled();
    }
    Bytes sha256 = SignedPackage.fileOf(kept).sha256();
    try {
      Edition edition = load(kept);
      noted.accept(new BoxNote.KnowledgeUsed(edition.version(), sha256));
      return edition.catalogue();
    } catch (PackageException | CatalogueException unusable) {
      noted.accept(new BoxNote.KnowledgeNotUsed(sha256, String.valueOf(unusable.getMessage())));
      return Catalogue.bundled();
    }
  }

  private record Edition(String version, Catalogue catalogue) {}

  private Edition load(Path file) throws IOException, PackageException {
    SignedPackage opened = SignedPackage.open(file);
    Optional<String> stranger = publishers.objection(opened.publisher());
    if (stranger.isPresent()) {
      throw new PackageException(PackageException.Why.ALTERED, stranger.get());
    }
    if (opened.manifest().kind() != Kind.KNOWLEDGE || opened.manifest().octets() > LONGEST) {
      throw new PackageException(
          PackageException.Why.MALFORMED,
          "the package holds no knowledge, or more than " + LONGEST + " octets of it");
    }
    Map<String, ByteArrayOutputStream> files = new HashMap<>();
    opened.unpack(one -> files.computeIfAbsent(one.name(), _ -> new ByteArrayOutputStream()));
    Map<String, String> texts = new HashMap<>();
    files.forEach((name, octets) -> texts.put(name, octets.toString(StandardCharsets.UTF_8)));
    return new Edition(opened.manifest().version(), Catalogue.revised(texts));
  }
}
