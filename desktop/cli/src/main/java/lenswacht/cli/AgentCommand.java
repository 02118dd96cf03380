package lenswacht.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// Hands everything over to the agent program.
@Command(
    name = "agent",
    description = "The device program: survey, serve, picture (see 'lenswacht agent --help').")
final class AgentCommand implements Callable<Integer> {
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return Program.AGENT.runHere(arguments);
  }
}
