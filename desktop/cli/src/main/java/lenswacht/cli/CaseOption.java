package lenswacht.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import picocli.CommandLine.Option;

/// The case file that a command works on.
final class CaseOption {
  @Option(
      names = "--case",
      required = true,
      paramLabel = "FILE",
      description = "The case file, FILE.lenswacht.")
  private Path file = Path.of("");

  /// Opens the file, which must exist.
  CaseFile open() throws CaseFileException, CommandException {
    if (!Files.exists(file)) {
      throw new CommandException(
          ExitCode.USAGE, file + " does not exist; 'lenswacht receive' makes a case file");
    }
    return CaseFile.open(file);
  }

  Path file() {
    return file;
  }
}
