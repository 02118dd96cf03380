package lenswacht.cli;

import java.nio.file.Path;
import lenswacht.knowledge.Edition;
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

  /// The edition with what was imported.
  ///
  /// @throws CommandException if what was imported cannot be used
  Edition edition() throws CommandException {
    try {
      return Edition.ofThisComputer(folder());
    } catch (PackException e) {
      throw new CommandException(
          ExitCode.INTEGRITY,
          "imported knowledge in " + folder() + " cannot be used: " + e.getMessage());
    }
  }
}
