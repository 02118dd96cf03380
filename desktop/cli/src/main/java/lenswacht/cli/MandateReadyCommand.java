package lenswacht.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.link.Cables;
import lenswacht.link.ConsoleLink;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.PairedPeers;
import lenswacht.observation.BoxState;
import lenswacht.report.HereTale;
import lenswacht.report.Preflight;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is looked at before a visit.
@Command(
    name = "ready",
    description = {
      "Looks at seven things before a visit: mandate, clock, battery, storage, age of what is known of",
      "makers and of vulnerabilities, network socket. Without --to the device is not looked at.",
      "Exit codes: 0 everything in order, 6 something to attend to or not known."
    },
    mixinStandardHelpOptions = true)
final class MandateReadyCommand implements Callable<Integer> {
  private static final List<String> COLUMNS = List.of("part", "state", "says", "next");

  @Parameters(paramLabel = "FILE", description = "The mandate.")
  private Path file = Path.of("");

  @Option(names = "--to", paramLabel = "ADDRESS", description = "The paired device.")
  private String to = "";

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Mixin private FormatOption format = new FormatOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Optional<BoxState> box = box();
    Preflight preflight =
        new Preflight(
            Optional.of(OpenedMandate.of(file)),
            true,
            box,
            knowledge.edition(),
            InstantSource.system().instant());
    List<List<String>> rows = new ArrayList<>();
    boolean isReady = true;
    for (Preflight.Line line : preflight.lines(language)) {
      isReady &= line.state() == Preflight.State.READY;
      rows.add(
          List.of(
              Preflight.name(line.part(), language),
              line.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              line.says(),
              line.next()));
    }
    new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
    box.flatMap(BoxState::place)
        .ifPresent(
            here ->
                new HereTale(language)
                    .lines(here)
                    .forEach(
                        line ->
                            spec.commandLine().getErr().println(line.name() + ": " + line.says())));
    return (isReady ? ExitCode.RAN : ExitCode.INCOMPLETE).number();
  }

  private Optional<BoxState> box() throws Exception {
    if (to.isBlank()) {
      return Optional.empty();
    }
    PairedPeers peers = PairedPeers.open(HomeFolder.console());
    try (ConsoleLink link =
        ConsoleLink.connect(
            Cables.open(Links.parse(to), peers),
            Identity.ofConsole(HomeFolder.console(), "console"),
            peers)) {
      return link.box();
    }
  }
}
