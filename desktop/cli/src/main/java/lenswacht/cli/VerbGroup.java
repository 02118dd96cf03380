package lenswacht.cli;

import picocli.CommandLine;

/// A verb that only has verbs below it.
abstract class VerbGroup implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public final void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which verb? see --help");
  }
}
