package lenswacht.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import lenswacht.link.Cables;
import lenswacht.link.ConsoleLink;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.OrderAnswer;
import lenswacht.link.PairedPeers;
import lenswacht.observation.Order;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a pairing back: both ends forget each other, and the device wipes what it kept.
@Command(
    name = "unpair",
    description = {
      "Takes a pairing back. With --to the device wipes what it kept for this console, says what",
      "that was, and forgets it; without, only this computer forgets the device. Cases stay."
    },
    mixinStandardHelpOptions = true)
final class UnpairCommand implements Callable<Integer> {
  @Option(names = "--to", paramLabel = "ADDRESS", description = "tcp:HOST:PORT or serial:PORT.")
  private String to = "";

  @Option(
      names = "--even-unreceived",
      description = "Wipe the device's journal although it was not received to its end.")
  private boolean evenUnreceived;

  @Parameters(
      arity = "0..1",
      paramLabel = "DEVICE",
      description = "Id of the device to forget, where it is not at hand.")
  private String device = "";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (to.isBlank() == device.isBlank()) {
      throw new CommandException(
          ExitCode.USAGE, "name the address of the device (--to), or the device to forget");
    }
    PairedPeers peers = PairedPeers.open(HomeFolder.console());
    PrintWriter err = spec.commandLine().getErr();
    if (to.isBlank()) {
      forget(peers, err);
    } else {
      wipe(peers, err);
    }
    return ExitCode.RAN.number();
  }

  private void wipe(PairedPeers peers, PrintWriter err) throws Exception {
    Identity console = Identity.openOrCreate(HomeFolder.console(), "console");
    try (ConsoleLink link = ConsoleLink.connect(Cables.open(Links.parse(to)), console, peers)) {
      OrderAnswer answer = link.give(new Order.Unpair(evenUnreceived));
      switch (answer) {
        case OrderAnswer.Wiped(List<String> what) -> {
          what.forEach(line -> err.println("wiped on the device: " + line));
          peers.remove(link.device().key());
          err.println("wiped here: the key of " + link.device().id());
        }
        case OrderAnswer.Refused(String why, String detail) ->
            throw new CommandException(
                ExitCode.REFUSED, "refused (" + why + "): " + detail + "; nothing was wiped");
        case OrderAnswer.Begun _, OrderAnswer.Done _ ->
            throw new CommandException(
                ExitCode.INTEGRITY, "the device did not say what it wiped; nothing changed here");
      }
    }
  }

  private void forget(PairedPeers peers, PrintWriter err) throws Exception {
    List<PairedPeers.Peer> named =
        peers.all().stream().filter(peer -> peer.name().equals(device)).toList();
    if (named.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "this computer is not paired with a device called " + device);
    }
    for (PairedPeers.Peer peer : named) {
      peers.remove(peer.key());
      err.println("wiped here: the key of " + peer.name());
    }
    err.println("nothing was wiped on the device, which still knows this console");
  }
}
