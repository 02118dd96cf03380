package lenswacht.cli;

import java.nio.file.Path;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Imported;
import lenswacht.knowledge.PackException;
import lenswacht.link.HomeFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The edition that a command works with: the bundled one, extended by what was imported.
final class KnowledgeOption {
  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description = "Folder of imported knowledge. Default: that of this computer.")
  private @Nullable Path folder;

  /// The folder of imported knowledge.
  Path folder() {
    return folder == null ? HomeFolder.knowledge() : folder;
  }

  /// The bundled edition with what was imported.
  ///
  /// @throws CommandException if what was imported cannot be used
  Edition edition() throws CommandException {
    return extend(Edition.bundled());
  }

  /// An edition with what was imported.
  ///
  /// @throws CommandException if what was imported cannot be used
  Edition extend(Edition base) throws CommandException {
    try {
      return Imported.current(folder()).map(base::with).orElse(base);
    } catch (PackException e) {
      throw new CommandException(
          ExitCode.INTEGRITY,
          "imported knowledge in " + folder() + " cannot be used: " + e.getMessage());
    }
  }
}
