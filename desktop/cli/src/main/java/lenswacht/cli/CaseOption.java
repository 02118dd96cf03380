package lenswacht.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.Custodian;
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
    return kept(CaseFile.open(file));
  }

  /// Makes the file, about `site`.
  CaseFile create(String site) throws CaseFileException {
    return kept(CaseFile.create(file, site));
  }

  private static CaseFile kept(CaseFile opened) {
    opened.custodyLog().keptBy(Custodian.whoIsLoggedIn());
    return opened;
  }

  Path file() {
    return file;
  }
}
