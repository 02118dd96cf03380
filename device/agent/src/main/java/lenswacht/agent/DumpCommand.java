package lenswacht.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lenswacht.agent.dump.HostRecord;
import lenswacht.agent.dump.Scrubber;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.Trust;
import lenswacht.link.Identity;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent.Probed;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalReader;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.SignedMandate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Asks one host what a scan run asks and writes its replies as a record that a practice building
/// replays, scrubbed of what names the host, the building or the people in it.
@Command(
    name = "dump",
    description = {
      "Asks one host what a scan asks and writes its replies as one line that a practice building",
      "replays, without secrets and without what names the host. Read it before you share it."
    },
    mixinStandardHelpOptions = true)
final class DumpCommand implements Callable<Integer> {
  @Option(names = "--host", required = true, paramLabel = "ADDRESS", description = "The host.")
  private String host = "";

  @Option(names = "--mandate", required = true, paramLabel = "FILE", description = "The mandate.")
  private Path mandate = Path.of("");

  @Option(names = "--id", paramLabel = "ID", description = "Name of the record.")
  private String id = "recorded-host";

  @Option(
      names = "--low-ports-at",
      paramLabel = "N",
      description = "For practice buildings on loopback: ports below 1024 are at port + N.")
  private int lowPortsAt;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws AgentException, InterruptedException {
    InetAddress address = address();
    SignedMandate signed = MandateFile.read(mandate);
    List<AddressRange> only = List.of(AddressRange.parse(address.getHostAddress()));
    Mandate granted = grant(signed, only);
    if (lowPortsAt != 0 && !granted.scope().isLoopback()) {
      throw new AgentException(
          ExitCode.USAGE, "--low-ports-at is for practice buildings on loopback addresses only");
    }
    try {
      Path folder = Files.createTempDirectory("lenswacht-dump-");
      try {
        List<Probed> told = ask(granted, signed, only, folder);
        HostRecord kept = kept(address, told);
        spec.commandLine().getOut().println(kept.line());
        spec.commandLine().getOut().flush();
        spec.commandLine()
            .getErr()
            .println(
                told.size()
                    + " answers, "
                    + kept.leftOut()
                    + " replies left out: they still named the host");
      } finally {
        delete(folder);
      }
    } catch (IOException failed) {
      throw new AgentException(ExitCode.USAGE, "cannot write: " + failed.getMessage(), failed);
    } catch (BrokenJournalException broken) {
      throw new AgentException(ExitCode.INTEGRITY, String.valueOf(broken.getMessage()), broken);
    }
    return ExitCode.RAN.number();
  }

  private InetAddress address() throws AgentException {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException malformed) {
      throw new AgentException(
          ExitCode.USAGE, "--host: '" + host + "' is no numeric address", malformed);
    }
  }

  private static Mandate grant(SignedMandate signed, List<AddressRange> only)
      throws AgentException {
    MandateDesk desk = new MandateDesk(TrustedKeys.ofThisComputer());
    return switch (desk.decide(signed, InstantSource.system().instant(), only)) {
      case MandateDesk.Decision.Granted(Mandate granted) -> granted;
      case MandateDesk.Decision.Refused(String why, String detail) ->
          throw new AgentException(
              ExitCode.REFUSED, "refused (" + why + "): " + detail + "; nothing was sent");
    };
  }

  private List<Probed> ask(
      Mandate granted, SignedMandate signed, List<AddressRange> only, Path folder)
      throws IOException, BrokenJournalException, InterruptedException {
    InstantSource clock = InstantSource.system();
    Identity device = Identity.openOrCreate(folder, "dump");
    SealingIdentity reader = SealingIdentity.openOrCreate(folder);
    JournalKeys keys =
        new JournalKeys(device.privateKey(), device.key(), () -> List.of(reader.key()));
    try (ScanDeck deck =
            ScanDeck.here(
                granted,
                ScanLevel.CAREFUL,
                Optional.of(only),
                lowPortsAt,
                Optional.of(Duration.ZERO),
                clock,
                Catalogue.bundled());
        Journal journal = Journal.open(folder, keys, clock, ClockTrust.COMPUTER)) {
      deck.prepare(signed, RunPlan.TakeUp.NONE, journal, progress -> {}, where -> {}).run();
    }
    List<Probed> told = new ArrayList<>();
    try (JournalReader lines = JournalReader.in(folder, reader)) {
      for (Optional<JournalLine> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get().event() instanceof Probed probed
            && probed.outcome() instanceof ProbeOutcome.Answered) {
          told.add(probed);
        }
      }
    }
    return told;
  }

  private HostRecord kept(InetAddress address, List<Probed> told) {
    List<Observation> observations = new ArrayList<>();
    Set<MacAddress> macs = new LinkedHashSet<>();
    for (Probed probed : told) {
      if (probed.outcome() instanceof ProbeOutcome.Answered answered) {
        observations.addAll(answered.observations());
      }
    }
    for (Observation observation : observations) {
      if (observation instanceof Observation.HardwareAddress hardware) {
        macs.add(hardware.mac());
      }
    }
    Set<String> serials = new LinkedHashSet<>();
    for (Observation observation : observations) {
      if (observation instanceof Observation.Channel channel) {
        serials.add(channel.source().serial());
      }
    }
    Set<String> ofMake = new LinkedHashSet<>();
    for (Claim claim : new Identifier(Catalogue.bundled()).identify(observations).claims()) {
      if (claim.attribute() == Claim.Attribute.SERIAL) {
        serials.add(claim.value());
      }
      if (claim.trust() == Trust.CERTIFICATE) {
        ofMake.add(claim.seen());
      }
    }
    HostRecord kept =
        new HostRecord(
            id,
            "recorded by " + ProgramVersion.text() + ", " + LocalDate.now(ZoneOffset.UTC),
            new Scrubber(address.getHostAddress(), macs, serials),
            ofMake::contains);
    for (Probed probed : told) {
      if (probed.outcome() instanceof ProbeOutcome.Answered answered
          && probed.service().address().equals(address)) {
        kept.add(probed.service(), answered);
      }
    }
    return kept;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }
}
