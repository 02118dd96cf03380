package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.knowledge.MakerRegister;
import lenswacht.knowledge.PackChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints who owns a maker and what is stated on their states.
@Command(
    name = "maker",
    description = {
      "Prints a maker, the chain of its owners, their seats and state shares, and the laws, programmes",
      "and listings that concern them, each with source and day. What is over a year old, and what",
      "was not verified here, is marked. A state that nothing is stated on has no line."
    },
    mixinStandardHelpOptions = true)
final class MakerCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "As the register spells it, such as EZVIZ.")
  private String name = "";

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "Count ages as on this day. Default: today.")
  private @Nullable LocalDate day;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @Option(
      names = "--edition",
      paramLabel = "FOLDER",
      description = "An edition of your own. Default: the one that comes with the program.")
  private @Nullable Path edition;

  @Mixin private FormatOption format = new FormatOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    MakerRegister register = PackOption.edition(edition, PackChoice.DUTCH).makers();
    if (register.maker(name).isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "the register has no maker '" + name + "'");
    }
    LocalDate onDay = day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
    MakerTale tale = new MakerTale(register, name, onDay, language);
    PrintWriter out = spec.commandLine().getOut();
    switch (format.chosen()) {
      case TABLE -> tale.lines().forEach(out::println);
      case CSV, JSON -> tale.table().write(format.chosen(), out);
    }
    out.flush();
    return ExitCode.RAN.number();
  }
}
