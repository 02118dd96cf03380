package lenswacht.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// The tests belong to the source: the launcher of a checkout runs them before this program starts.
@Command(
    name = "test",
    description = "Builds and tests everything; from a source checkout: ./lenswacht test")
final class TestCommand implements Callable<Integer> {
  @Override
  public Integer call() throws CommandException {
    throw new CommandException(
        ExitCode.USAGE, "tests are run from a source checkout, with ./lenswacht test");
  }
}
