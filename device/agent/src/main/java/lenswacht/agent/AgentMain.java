package lenswacht.agent;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The device program: `lenswacht agent survey` scans from this computer and exits, `lenswacht
/// agent serve` waits for a console on a cable or a network address, which is also what `lenswacht
/// agent --panel window` does, `lenswacht agent selftest` looks at the device itself, `lenswacht
/// agent listen` says what a capture file gives away, and `lenswacht agent picture` what a picture
/// does.
@Command(
    name = "lenswacht agent",
    description = "The device program: looks within a signed mandate and writes a journal.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    subcommands = {
      SurveyCommand.class,
      ServeCommand.class,
      ListenCommand.class,
      DumpCommand.class,
      PictureCommand.class,
      FilterCommand.class,
      SelfTestCommand.class
    })
public final class AgentMain implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private AgentMain() {}

  /// Runs the program and ends it with one of the exit codes of [ExitCode].
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    CommandLine command = new CommandLine(new AgentMain());
    command.setExecutionExceptionHandler(AgentMain::explain);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.registerConverter(Locale.class, AgentMain::language);
    return command.execute(served(arguments));
  }

  /// Options without a verb are those of `serve`: `lenswacht agent --panel window`.
  private static String[] served(String... arguments) {
    boolean bare =
        arguments.length > 0
            && arguments[0].startsWith("--")
            && !List.of("--help", "--version").contains(arguments[0]);
    return bare
        ? Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new)
        : arguments;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which verb? see --help");
  }

  private static Locale language(String text) {
    return switch (text) {
      case "nl", "en" -> Locale.of(text);
      default ->
          throw new CommandLine.TypeConversionException("'" + text + "' is neither nl nor en");
    };
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof AgentException known) {
      err.println("lenswacht agent: " + known.getMessage());
      return known.exitCode().number();
    }
    err.println("lenswacht agent: internal error: " + failure);
    failure.printStackTrace(err);
    return ExitCode.INTERNAL.number();
  }
}
