package lenswacht.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import lenswacht.casefile.CaseFileException;
import lenswacht.link.LinkException;
import lenswacht.observation.BrokenJournalException;
import lenswacht.product.sheet.SheetException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `lenswacht` command.
@Command(
    name = "lenswacht",
    description = {
      "Camera espionage-and-privacy audit kit.",
      "The device observes, the desktop judges; nothing is scanned without a signed mandate."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    footer = {
      "",
      "Exit codes: 0 ran, 1 internal error, 2 usage, 3 --fail-on level reached,",
      "4 integrity broken, 5 refused by the mandate, 6 incomplete, 7 device unreachable."
    })
public final class CliMain implements Runnable {
  private static final List<Class<?>> VERBS =
      List.of(
          DemoCommand.class,
          TestCommand.class,
          SimulateCommand.class,
          AgentCommand.class,
          MandateCommand.class,
          PairCommand.class,
          UnpairCommand.class,
          HandOverCommand.class,
          OrderCommand.class,
          UpdateCommand.class,
          VisitCommand.class,
          ReceiveCommand.class,
          ExportCommand.class,
          VerifyCommand.class,
          SignCommand.class,
          CustodyCommand.class,
          BundleCommand.class,
          EraseCommand.class,
          LogsCommand.class,
          ImportCommand.class,
          AssessCommand.class,
          RecomputeCommand.class,
          AssetsCommand.class,
          CoverageCommand.class,
          ExposureCommand.class,
          SeparationCommand.class,
          FloorCommand.class,
          SightCommand.class,
          ExplainCommand.class,
          FindingsCommand.class,
          ReportCommand.class,
          RateCommand.class,
          PlanCommand.class,
          QuestionsCommand.class,
          AnswersCommand.class,
          BiometricCommand.class,
          CompareCommand.class,
          PortfolioCommand.class,
          RemediesCommand.class,
          ReviewCommand.class,
          PricesCommand.class,
          ProductsCommand.class,
          KnowledgeCommand.class,
          ConsoleCommand.class,
          AutoComplete.GenerateCompletion.class);

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private CliMain() {}

  /// Runs the command and ends the program with one of the exit codes.
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return command(arguments).execute(arguments);
  }

  /// The classes of all verbs, in the order in which help names them.
  public static List<Class<?>> verbs() {
    return VERBS;
  }

  /// The command line that `arguments` ask for: with the verb that they name, else with all of
  /// them. To read what forty verbs say of themselves takes longer than many a verb.
  static CommandLine command(String... arguments) {
    CommandLine command = new CommandLine(new CliMain());
    asked(arguments).forEach(command::addSubcommand);
    command.setExecutionExceptionHandler(CliMain::explain);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.registerConverter(Locale.class, CliMain::language);
    if (System.getenv("NO_COLOR") != null) {
      command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
    return command;
  }

  private static List<Class<?>> asked(String... arguments) {
    return VERBS.stream()
        .filter(verb -> arguments.length > 0 && verb != AutoComplete.GenerateCompletion.class)
        .filter(verb -> verb.getAnnotation(Command.class).name().equals(arguments[0]))
        .findFirst()
        .<List<Class<?>>>map(List::of)
        .orElse(VERBS);
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
    ExitCode code = exitCode(failure);
    if (code == ExitCode.INTERNAL && !(failure instanceof CommandException)) {
      err.println("lenswacht: internal error: " + failure);
      failure.printStackTrace(err);
    } else {
      err.println("lenswacht: " + sentence(failure));
    }
    return code.number();
  }

  private static String sentence(Exception failure) {
    return switch (failure) {
      case NoSuchFileException missing -> missing.getFile() + ": no such file or folder";
      case AccessDeniedException denied -> denied.getFile() + ": access is denied";
      case FileAlreadyExistsException there -> there.getFile() + ": it is there already";
      default -> String.valueOf(failure.getMessage());
    };
  }

  private static ExitCode exitCode(Exception failure) {
    return switch (failure) {
      case CommandException known -> known.exitCode();
      case SheetException refused -> ExitCode.USAGE;
      case BrokenJournalException broken -> ExitCode.INTEGRITY;
      case CaseFileException refused ->
          switch (refused.reason()) {
            case DAMAGED -> ExitCode.INTEGRITY;
            case SEALED_TO_OTHERS, UNKNOWN_DEVICE -> ExitCode.REFUSED;
            case NOT_A_CASE_FILE, NEWER_VERSION, IN_USE, OTHER_SITE, STORAGE -> ExitCode.USAGE;
          };
      case LinkException link ->
          switch (link.reason()) {
            case UNREACHABLE, BROKEN_OFF -> ExitCode.UNREACHABLE;
            case NOT_PAIRED, WRONG_KEY, PAIRING_REFUSED -> ExitCode.REFUSED;
            case PROTOCOL -> ExitCode.INTEGRITY;
          };
      case IOException storage -> ExitCode.USAGE;
      default -> ExitCode.INTERNAL;
    };
  }
}
