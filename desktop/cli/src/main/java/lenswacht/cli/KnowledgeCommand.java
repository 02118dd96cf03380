package lenswacht.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// What concerns the edition of knowledge.
@Command(
    name = "knowledge",
    description = "Shows what is known, and takes in public feeds.",
    mixinStandardHelpOptions = true,
    subcommands = {
      KnowledgeImportCommand.class,
      MakerCommand.class,
      PackCommand.class,
      EditionCopyCommand.class
    })
final class KnowledgeCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which verb? see --help");
  }
}
