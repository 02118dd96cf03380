package lenswacht.agent;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.agent.service.ConsoleTime;
import lenswacht.agent.service.FilterGate;
import lenswacht.agent.service.PacketFilter;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.PairedPeers;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.PortPlan;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Verifies a signed mandate and writes it out as rules for nftables. Changes nothing: loading them
/// is for the packet filter's own service, which is the only one that may.
@Command(
    name = "filter",
    description = "Writes a signed mandate out as rules for nftables; refuses one that is no good.",
    mixinStandardHelpOptions = true)
final class FilterCommand implements Callable<Integer> {
  @Option(names = "--mandate", required = true, paramLabel = "FILE", description = "The mandate.")
  private Path mandate = Path.of("");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Folder with the keys of the paired consoles.")
  private Path home = HomeFolder.agent();

  @Option(
      names = "--clock",
      paramLabel = "FILE",
      description = "The time as a console ordered it, if there is such a file.")
  private Path clock = Path.of("no-clock");

  @Option(
      names = "--door",
      defaultValue = "eth0",
      paramLabel = "NAME",
      description = "The network interface. Default: ${DEFAULT-VALUE}")
  private String door = "";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws AgentException {
    try {
      PairedPeers peers = PairedPeers.open(home);
      Instant now = InstantSource.system().instant().plus(ahead(peers));
      MandateDesk desk = new MandateDesk(peers.keys());
      return switch (desk.decide(MandateFile.read(mandate), now)) {
        case MandateDesk.Decision.Refused(String _, String detail) ->
            throw new AgentException(ExitCode.REFUSED, detail);
        case MandateDesk.Decision.Granted(var granted) -> {
          PrintWriter out = spec.commandLine().getOut();
          out.print(
              new PacketFilter(granted, door, DatagramRequest.groups(), PortPlan.NEVER).rules(now));
          out.flush();
          yield ExitCode.RAN.number();
        }
      };
    } catch (IOException | IllegalArgumentException failed) {
      throw new AgentException(ExitCode.USAGE, String.valueOf(failed.getMessage()), failed);
    }
  }

  /// How far the time that counts is ahead of the computer's.
  private Duration ahead(PairedPeers peers) throws IOException {
    Optional<ConsoleTime> ordered = FilterGate.timeIn(clock);
    return ordered.isEmpty()
        ? Duration.ZERO
        : ordered
            .get()
            .ahead(peers.keys(), Identity.openOrCreate(home, DeviceName.ofThisComputer()).key())
            .orElse(Duration.ZERO);
  }
}
