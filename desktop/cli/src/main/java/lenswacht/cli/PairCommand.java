package lenswacht.cli;

import java.io.Console;
import java.util.concurrent.Callable;
import lenswacht.link.Cable;
import lenswacht.link.Cables;
import lenswacht.link.ConsoleLink;
import lenswacht.link.DeviceCard;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.LinkAddress;
import lenswacht.link.PairedPeers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Pairs this computer's console with a device: a person compares eight digits on both.
@Command(
    name = "pair",
    description = "Pairs this computer with a device; compare the eight digits on both.",
    mixinStandardHelpOptions = true)
final class PairCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "ADDRESS",
      description = "tcp:HOST:PORT or serial:PORT.")
  private String to = "";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    LinkAddress address = Links.parse(to);
    Console terminal = System.console();
    if (terminal == null) {
      throw new CommandException(
          ExitCode.USAGE, "pairing needs a person at a terminal to compare the digits");
    }
    try (Cable cable = Cables.open(address)) {
      DeviceCard device =
          ConsoleLink.pair(
              cable,
              Identity.ofConsole(HomeFolder.console(), "console"),
              PairedPeers.open(HomeFolder.console()),
              digits -> isConfirmed(terminal, digits));
      spec.commandLine().getErr().println("paired with " + device.id());
    }
    return ExitCode.RAN.number();
  }

  private static boolean isConfirmed(Console terminal, String digits) {
    String answer =
        terminal.readLine(
            "Does the device show %s %s? Press its right key and type yes here: ",
            digits.substring(0, 4), digits.substring(4));
    return answer != null && answer.strip().equalsIgnoreCase("yes");
  }
}
