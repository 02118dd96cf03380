package lenswacht.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// Opens the JavaFX console.
@Command(
    name = "console",
    description = {
      "Opens the console. Options: --case FILE, --lang nl|en, --theme light|dark|contrast|system,",
      "--screen start|overview|cameras|separation|judgement|remedies|questions and more,",
      "--select ADDRESS, and --shot FILE.png to render a screen without a display."
    })
final class ConsoleCommand implements Callable<Integer> {
  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return Program.CONSOLE.runHere(arguments);
  }
}
