package lenswacht.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import lenswacht.link.Cables;
import lenswacht.link.ConsoleLink;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.OrderAnswer;
import lenswacht.link.PairedPeers;
import lenswacht.observation.Order;
import lenswacht.observation.SignedMandate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives a paired device a single order, signed with the key of this console.
@Command(
    name = "order",
    description = {
      "Gives a paired device one signed order: what it is told stands in its journal.",
      "'visit' sends a mandate and starts by itself."
    },
    mixinStandardHelpOptions = true)
final class OrderCommand implements Callable<Integer> {
  /// What can be ordered.
  private enum What {
    STOP,
    CLOCK,
    MANDATE,
    START,
    EDITION
  }

  @Option(
      names = "--to",
      required = true,
      paramLabel = "ADDRESS",
      description = "tcp:HOST:PORT or serial:PORT.")
  private String to = "";

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = {
        "stop: stop the run. clock: take the time of this computer. mandate FILE: keep a mandate.",
        "start ID: start under a mandate that the device keeps. edition FILE: keep an edition."
      })
  private What what = What.STOP;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE|ID",
      description = "For the last three.")
  private String about = "";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    boolean needsMore =
        switch (what) {
          case STOP, CLOCK -> false;
          case MANDATE, START, EDITION -> true;
        };
    if (needsMore == about.isBlank()) {
      throw new CommandException(
          ExitCode.USAGE, needsMore ? "name the file or the mandate" : "nothing more is needed");
    }
    try (ConsoleLink link =
        ConsoleLink.connect(
            Cables.open(Links.parse(to)),
            Identity.openOrCreate(HomeFolder.console(), "console"),
            PairedPeers.open(HomeFolder.console()))) {
      switch (answer(link)) {
        case OrderAnswer.Done _ -> spec.commandLine().getErr().println("done");
        case OrderAnswer.Begun(String run) ->
            spec.commandLine().getErr().println("scan " + run + " runs");
        case OrderAnswer.Refused(String why, String detail) ->
            throw new CommandException(ExitCode.REFUSED, "refused (" + why + "): " + detail);
        case OrderAnswer.Wiped _ ->
            throw new CommandException(ExitCode.INTEGRITY, "the device answers another order");
      }
    }
    return ExitCode.RAN.number();
  }

  private OrderAnswer answer(ConsoleLink link) throws Exception {
    return switch (what) {
      case STOP -> link.give(new Order.Stop());
      case CLOCK -> link.give(new Order.SetClock(Instant.now()));
      case MANDATE ->
          link.give(
              new Order.KeepMandate(
                  new SignedMandate(Files.readString(Path.of(about), StandardCharsets.UTF_8))));
      case START -> link.give(new Order.Start(about));
      case EDITION ->
          link.sendEdition(String.valueOf(Path.of(about).getFileName()), Path.of(about));
    };
  }
}
