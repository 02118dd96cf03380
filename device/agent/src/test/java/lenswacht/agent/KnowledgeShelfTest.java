package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.agent.update.Publishers;
import lenswacht.fingerprint.Catalogue;
import lenswacht.link.Identity;
import lenswacht.link.update.PackageManifest;
import lenswacht.link.update.SignedPackage;
import lenswacht.observation.BoxNote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Knowledge that came by cable, and what becomes of it.
class KnowledgeShelfTest {
  private static final LocalDate DAY = LocalDate.of(2031, 2, 3);

  @TempDir private Path folder;
  private Identity publisher;
  private KnowledgeShelf shelf;
  private final List<BoxNote> notes = new ArrayList<>();

  @BeforeEach
  void shelf() throws Exception {
    publisher = Identity.openOrCreate(folder.resolve("publisher"), "publisher");
    Path editions = Files.createDirectories(folder.resolve("editions"));
    shelf =
        new KnowledgeShelf(
            editions, new Publishers(Optional.empty(), () -> Set.of(publisher.key())));
  }

  private SignedPackage receive(String name, String text, Identity signer) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text);
    SignedPackage.write(
        shelf.place(),
        new PackageManifest(
            PackageManifest.Kind.KNOWLEDGE,
            "2031.2",
            "any",
            List.of(),
            0,
            "0",
            List.of(SignedPackage.fileOf(file))),
        folder,
        signer.privateKey(),
        signer.publicKey());
    return SignedPackage.open(shelf.place());
  }

  @Test
  void without_an_edition_a_run_knows_what_came_with_the_program() throws Exception {
    assertThat(shelf.catalogue(notes::add).edition()).isEqualTo(Catalogue.bundled().edition());
    assertThat(notes).isEmpty();
  }

  @Test
  void an_edition_is_used_from_the_next_run_on_and_pinned_by_its_hash() throws Exception {
    SignedPackage edition = receive("edition.csv", "edition\n2031-02-03\n", publisher);
    assertThat(shelf.objection()).isEmpty();
    var pinned = SignedPackage.fileOf(edition.file()).sha256();
    shelf.keep();

    assertThat(shelf.catalogue(notes::add).edition()).isEqualTo(DAY);
    assertThat(notes).containsExactly(new BoxNote.KnowledgeUsed("2031.2", pinned));
  }

  @Test
  void an_edition_that_cannot_be_used_is_refused_and_thrown_away() throws Exception {
    receive("edition.csv", "edition\nyesterday\n", publisher);
    assertThat(shelf.objection()).isPresent();
    assertThat(shelf.place()).doesNotExist();
    receive("passwords.csv", "word\nadmin\n", publisher);
    assertThat(shelf.objection()).isPresent();
    Identity stranger = Identity.openOrCreate(folder.resolve("stranger"), "stranger");
    receive("edition.csv", "edition\n2031-02-03\n", stranger);
    assertThat(shelf.objection()).isPresent();
  }

  @Test
  void where_the_one_that_is_kept_does_not_load_a_run_falls_back_and_says_so() throws Exception {
    receive("edition.csv", "edition\nyesterday\n", publisher);
    Files.move(
        shelf.place(), folder.resolve("editions/knowledge"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(shelf.catalogue(notes::add).edition()).isEqualTo(Catalogue.bundled().edition());
    assertThat(notes).singleElement().isInstanceOf(BoxNote.KnowledgeNotUsed.class);
  }
}
