package lenswacht.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// Hands everything over to the simulate program.
@Command(
    name = "simulate",
    description = "A practice building on loopback addresses (see 'lenswacht simulate --help').")
final class SimulateCommand implements Callable<Integer> {
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return Program.SIMULATOR.runHere(arguments);
  }
}
