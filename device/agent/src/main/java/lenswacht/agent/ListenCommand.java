package lenswacht.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;
import lenswacht.observation.SignedMandate;
import lenswacht.probe.capture.MalformedCaptureException;
import lenswacht.probe.listen.CaptureListening;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Listens to a capture file as a scan run listens to a network, and sends nothing.
@Command(
    name = "listen",
    description = {
      "Says what the hosts in a capture file (pcap, pcapng) tell of themselves. Sends nothing.",
      "With a mandate and a journal, what the mandate covers is written there as a run that only",
      "listened; such a run is always incomplete.",
      "Exit codes: 0 printed, 2 usage, 4 journal damaged, 5 refused by the mandate, 6 written."
    },
    mixinStandardHelpOptions = true)
final class ListenCommand implements Callable<Integer> {
  @Option(names = "--pcap", required = true, paramLabel = "FILE", description = "The capture.")
  private Path capture = Path.of("");

  @Option(names = "--journal", paramLabel = "DIR", description = "Write a journal here.")
  private @Nullable Path journal;

  @Option(
      names = "--mandate",
      paramLabel = "FILE",
      description = "Keep only what this mandate covers; needed for a journal.")
  private @Nullable Path mandate;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "text|csv|json",
      description = "How to print it. Default: ${DEFAULT-VALUE}")
  private HeardTable.Format format = HeardTable.Format.TEXT;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws AgentException {
    HeardTable table = new HeardTable(spec.commandLine().getOut(), format);
    if (mandate == null) {
      if (journal != null) {
        throw new AgentException(ExitCode.USAGE, "a journal is written under a --mandate only");
      }
      CaptureListening.Outcome outcome = listen(address -> true, false, table::heard);
      table.end(outcome);
      return ExitCode.RAN.number();
    }
    SignedMandate signed = MandateFile.read(mandate);
    Mandate granted = grant(signed);
    if (journal == null) {
      CaptureListening.Outcome outcome =
          listen(granted.scope()::covers, granted.faceCallers(), table::heard);
      table.end(outcome);
      return ExitCode.RAN.number();
    }
    write(signed, granted, journal, table);
    return ExitCode.INCOMPLETE.number();
  }

  private CaptureListening.Outcome listen(
      Predicate<InetAddress> covered, boolean faceCallers, Consumer<Heard> heard)
      throws AgentException {
    String name = String.valueOf(capture.getFileName());
    try (InputStream in = Files.newInputStream(capture)) {
      return CaptureListening.listen(in, name, covered, new ServiceWatch(faceCallers), heard);
    } catch (MalformedCaptureException malformed) {
      throw new AgentException(ExitCode.USAGE, capture + ": " + malformed.why(), malformed);
    } catch (IOException failed) {
      throw new AgentException(ExitCode.USAGE, "cannot read the capture " + capture, failed);
    }
  }

  private void write(SignedMandate signed, Mandate granted, Path folder, HeardTable table)
      throws AgentException {
    try (Journal kept =
        Journal.open(
            folder, AgentKeys.ofThisComputer(), InstantSource.system(), ClockTrust.COMPUTER)) {
      kept.append(
          new JournalEvent.RunStarted(
              UUID.randomUUID().toString(),
              signed,
              DeviceName.ofThisComputer(),
              ProgramVersion.text()));
      kept.append(new JournalEvent.PhaseStarted(Phase.LISTEN));
      CaptureListening.Outcome outcome =
          listen(
              granted.scope()::covers,
              granted.faceCallers(),
              heard -> {
                kept.append(heard);
                table.heard(heard);
              });
      outcome.calls().forEach(kept::append);
      kept.append(outcome.listened());
      kept.append(new JournalEvent.Located(outcome.whereabouts()));
      kept.append(
          new JournalEvent.RunEnded(
              RunOutcome.INCOMPLETE, Map.of("frames.heard", outcome.listened().frames())));
      table.end(outcome);
    } catch (BrokenJournalException broken) {
      throw new AgentException(
          ExitCode.INTEGRITY, broken.getMessage() + "; nothing was changed", broken);
    } catch (IOException failed) {
      throw new AgentException(
          ExitCode.USAGE, "cannot write the journal: " + failed.getMessage(), failed);
    }
  }

  private static Mandate grant(SignedMandate signed) throws AgentException {
    MandateDesk desk = new MandateDesk(TrustedKeys.ofThisComputer());
    return switch (desk.decide(signed, InstantSource.system().instant(), List.of())) {
      case MandateDesk.Decision.Granted(Mandate granted) -> granted;
      case MandateDesk.Decision.Refused(String why, String detail) ->
          throw new AgentException(
              ExitCode.REFUSED, "refused (" + why + "): " + detail + "; nothing was kept");
    };
  }
}
