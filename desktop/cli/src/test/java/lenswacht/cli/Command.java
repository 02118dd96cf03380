package lenswacht.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/// The command, run as in a shell, with what it printed.
///
/// @param exitCode how it ended
/// @param out its standard output
/// @param err its standard error
public record Command(int exitCode, String out, String err) {
  /// Runs `lenswacht` with these arguments.
  public static Command run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = CliMain.command(arguments);
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    int exitCode = command.execute(arguments);
    return new Command(exitCode, out.toString(), err.toString());
  }
}
