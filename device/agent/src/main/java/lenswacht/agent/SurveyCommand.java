package lenswacht.agent;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lenswacht.fingerprint.Catalogue;
import lenswacht.link.Progress;
import lenswacht.observation.AddressRange;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.Whereabouts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Scans from this computer under a mandate, writes the journal, and exits.
@Command(
    name = "survey",
    description = {
      "Scans from this computer within a signed mandate, writes the journal, and exits.",
      "A run that broke off less than a day ago goes on where it was; no question is put twice.",
      "Exit codes: 0 complete, 2 usage, 4 journal damaged, 5 refused by the mandate, 6 incomplete."
    },
    footerHeading = "%nLevels, never beyond what the mandate allows:%n",
    footer = {
      "  listen    " + LevelTable.LISTEN,
      "  careful   " + LevelTable.CAREFUL,
      "  thorough  " + LevelTable.THOROUGH
    },
    mixinStandardHelpOptions = true)
final class SurveyCommand implements Callable<Integer> {
  /// How long a signal waits for the journal.
  private static final Duration LAST_MOMENT = Duration.ofSeconds(5);

  @Option(names = "--mandate", required = true, paramLabel = "FILE", description = "The mandate.")
  private Path mandate = Path.of("");

  @Option(
      names = "--journal",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the journal; goes on with the one that is there.")
  private Path journal = Path.of("");

  @Option(
      names = "--range",
      split = ",",
      paramLabel = "CIDR",
      description = "Scan only these ranges, which must lie inside the mandate.")
  private List<String> ranges = new ArrayList<>();

  @Option(
      names = "--low-ports-at",
      paramLabel = "N",
      description =
          "For practice buildings on loopback only: ports below 1024 are found at port + N.")
  private int lowPortsAt;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "listen, careful (the usual one) or thorough; see below.")
  private ScanLevel level = ScanLevel.CAREFUL;

  @Option(
      names = "--spot",
      paramLabel = "NAME",
      description = {
        "The socket this computer is plugged into, as people there call it, or the name of its zone;",
        "stands in the journal, for the separation matrix. `outside`: from the internet, under a",
        "mandate for the site's outer addresses; what answers there is then matched with assets."
      })
  private Optional<String> spot = Optional.empty();

  @Option(
      names = "--new-round",
      description = "Begins a new round even where the last run broke off.")
  private boolean isNewRound;

  @Option(
      names = "--resume",
      description = "Goes on with the last run even where a person stopped it.")
  private boolean isResumed;

  @CommandLine.Mixin private ListenOption listening = new ListenOption();

  @Option(names = "--quiet", description = "No progress on standard error.")
  private boolean quiet;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws AgentException, InterruptedException {
    SignedMandate signed = MandateFile.read(mandate);
    Mandate granted = grant(signed);
    ScanDeck deck =
        ScanDeck.here(
                granted,
                level,
                narrowed(granted),
                lowPortsAt,
                listening.time(),
                InstantSource.system(),
                Catalogue.bundled())
            .at(spot);
    PrintWriter err = spec.commandLine().getErr();
    try (Journal kept =
        Journal.open(
            journal, AgentKeys.ofThisComputer(), InstantSource.system(), ClockTrust.COMPUTER)) {
      kept.tornTail().ifPresent(tail -> err.println(TornText.of(tail)));
      ScanRun run =
          deck.prepare(signed, takeUp(), kept, quiet ? progress -> {} : show(err), here(err));
      RunOutcome outcome = carryOut(run);
      err.println(
          "run "
              + outcome.name().toLowerCase(Locale.ROOT)
              + ", "
              + kept.sequence()
              + " journal lines in "
              + journal);
      if (!quiet) {
        CoverageText.of(run.coverage()).forEach(err::println);
        run.traffic().text().forEach(err::println);
      }
      err.flush();
      return (outcome == RunOutcome.COMPLETE ? ExitCode.RAN : ExitCode.INCOMPLETE).number();
    } catch (BrokenJournalException broken) {
      throw new AgentException(
          ExitCode.INTEGRITY, broken.getMessage() + "; nothing was scanned or changed", broken);
    } catch (UncheckedIOException full) {
      throw new AgentException(
          ExitCode.INTERNAL,
          "the journal in " + journal + " could not be written; what it holds already is kept",
          full);
    } catch (IOException failed) {
      throw new AgentException(
          ExitCode.USAGE, "cannot write the journal: " + failed.getMessage(), failed);
    } finally {
      deck.close();
    }
  }

  /// Carries out the run; a signal stops it, and the program then lives until the journal is closed
  /// in order.
  private static RunOutcome carryOut(ScanRun run) throws InterruptedException, IOException {
    CountDownLatch ended = new CountDownLatch(1);
    LastMoment.run(
        () -> {
          run.stop();
          ended.await(LAST_MOMENT.toSeconds(), TimeUnit.SECONDS);
        });
    try {
      return run.run();
    } finally {
      ended.countDown();
    }
  }

  private RunPlan.TakeUp takeUp() throws AgentException {
    if (isNewRound && isResumed) {
      throw new AgentException(ExitCode.USAGE, "--new-round and --resume exclude each other");
    }
    if (isNewRound) {
      return RunPlan.TakeUp.NONE;
    }
    return isResumed ? RunPlan.TakeUp.STOPPED_TOO : RunPlan.TakeUp.BROKEN_OFF;
  }

  private Mandate grant(SignedMandate signed) throws AgentException {
    List<AddressRange> wanted = wantedRanges();
    MandateDesk desk = new MandateDesk(TrustedKeys.ofThisComputer());
    return switch (desk.decide(signed, InstantSource.system().instant(), wanted)) {
      case MandateDesk.Decision.Granted(Mandate granted) -> granted;
      case MandateDesk.Decision.Refused(String why, String detail) ->
          throw new AgentException(
              ExitCode.REFUSED, "refused (" + why + "): " + detail + "; nothing was sent");
    };
  }

  private Optional<List<AddressRange>> narrowed(Mandate granted) throws AgentException {
    if (lowPortsAt != 0 && !granted.scope().isLoopback()) {
      throw new AgentException(
          ExitCode.USAGE, "--low-ports-at is for practice buildings on loopback addresses only");
    }
    List<AddressRange> wanted = wantedRanges();
    return wanted.isEmpty() ? Optional.empty() : Optional.of(wanted);
  }

  private List<AddressRange> wantedRanges() throws AgentException {
    try {
      return ranges.stream().map(AddressRange::parse).toList();
    } catch (IllegalArgumentException malformed) {
      throw new AgentException(ExitCode.USAGE, "--range: " + malformed.getMessage(), malformed);
    }
  }

  private Consumer<Whereabouts> here(PrintWriter err) {
    return quiet
        ? where -> {}
        : where -> {
          WhereaboutsText.of(where).forEach(err::println);
          err.flush();
        };
  }

  private static Consumer<Progress> show(PrintWriter err) {
    return progress -> {
      err.println(ProgressText.of(progress));
      err.flush();
    };
  }
}
