package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.PackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The edition that comes with the program, as files that people can change.
@Command(
    name = "copy",
    description = {
      "Puts the edition that comes with the program into a new folder: makers, owners, advisories,",
      "remedies and every pack. Change it there and give it to a judging verb with --edition."
    },
    mixinStandardHelpOptions = true)
final class EditionCopyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "A folder that is not there yet.")
  private Path folder = Path.of("");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws CommandException, IOException {
    KnowledgeFolder bundled = KnowledgeFolder.bundled();
    Files.createDirectory(folder);
    try {
      for (String file : files()) {
        Path copy = folder.resolve(file);
        Files.createDirectories(copy.resolveSibling("."));
        Files.write(copy, bundled.read(file), StandardOpenOption.CREATE_NEW);
      }
    } catch (PackException e) {
      throw PackOption.refusal(e);
    }
    spec.commandLine().getErr().println("the edition is in " + folder);
    return ExitCode.RAN.number();
  }

  private static List<String> files() throws PackException {
    List<String> files = new ArrayList<>(Edition.files());
    for (String pack : Edition.bundled().packs()) {
      files.addAll(Edition.files(pack));
    }
    return files;
  }
}
