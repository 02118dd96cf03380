package lenswacht.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.agent.update.UpdateDesk;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.CatalogueException;
import lenswacht.fingerprint.domain.DomainCatalogue;
import lenswacht.observation.Journal;

/// What a program on trial must stand once it serves: it can write where the journal lies, and has
/// the knowledge that it works with.
///
/// @param journal open for writing
record SelfCheck(Journal journal) implements UpdateDesk.SelfCheck {
  @Override
  public void look() throws IOException {
    try {
      if (Catalogue.bundled().size() == 0 || DomainCatalogue.bundled().domains().isEmpty()) {
        throw new IOException("the program came without knowledge");
      }
      if (journal.sequence() > 0) {
        journal.sync();
      }
      Path probe = journal.folder().resolve("self-check");
      Files.writeString(probe, "self-check");
      Files.delete(probe);
    } catch (CatalogueException | UncheckedIOException broken) {
      throw new IOException("the program does not stand its self-check", broken);
    }
  }
}
