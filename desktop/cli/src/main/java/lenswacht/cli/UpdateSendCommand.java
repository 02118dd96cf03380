package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import lenswacht.link.Cables;
import lenswacht.link.ConsoleLink;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.LinkAddress;
import lenswacht.link.LinkException;
import lenswacht.link.OrderAnswer;
import lenswacht.link.PairedPeers;
import lenswacht.link.update.PackageManifest;
import lenswacht.link.update.SignedPackage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sends a package to a paired device and waits until the device says what came of it.
@Command(
    name = "send",
    description = {
      "Sends a package to a paired device. A program takes over at once, and proves itself; where it",
      "does not, the device falls back by itself. Knowledge is used from the next run on. Where the",
      "cable breaks, send it again: only the rest travels."
    },
    mixinStandardHelpOptions = true)
final class UpdateSendCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int PIECE = 1 << 16;

  /// How long the program that is to end may still answer.
  private static final Duration GRACE = Duration.ofSeconds(5);

  @Option(
      names = "--to",
      required = true,
      paramLabel = "ADDRESS",
      description = "tcp:HOST:PORT or serial:PORT.")
  private String to = "";

  @Option(
      names = "--even-older",
      description = "Also where it is older than what runs; the order says so, signed.")
  private boolean evenOlder;

  @Option(
      names = "--wait",
      defaultValue = "300",
      paramLabel = "SECONDS",
      description = "How long a program may take to prove itself. Default: ${DEFAULT-VALUE}")
  private int wait;

  @Parameters(paramLabel = "FILE", description = "The package.")
  private Path file = Path.of("");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    SignedPackage opened = UpdateCommand.open(file);
    LinkAddress address = Links.parse(to);
    PairedPeers peers = PairedPeers.open(HomeFolder.console());
    Identity console = Identity.ofConsole(HomeFolder.console(), "console");
    boolean isProgram =
        switch (opened.manifest().kind()) {
          case PROGRAM -> true;
          case KNOWLEDGE -> false;
        };
    try (ConsoleLink link = ConsoleLink.connect(Cables.open(address, peers), console, peers)) {
      OrderAnswer answer =
          isProgram
              ? link.sendProgram(opened, evenOlder, this::sent)
              : link.sendEdition(String.valueOf(file.getFileName()), file);
      if (answer instanceof OrderAnswer.Refused(String why, String detail)) {
        throw new CommandException(
            ExitCode.REFUSED, "refused (" + why + "): " + detail + "; nothing changed there");
      }
    }
    PrintWriter err = spec.commandLine().getErr();
    if (isProgram) {
      err.println("the device has it and starts it");
      await(opened.manifest(), address, console, peers);
    } else {
      err.println("the device has it and works with it from the next run on");
    }
    return ExitCode.RAN.number();
  }

  private void sent(long octets) {
    if (octets % (1 << 20) < PIECE) {
      spec.commandLine().getErr().println("sent " + (octets >> 20) + " MiB");
    }
  }

  /// Waits until a program answers that has taken over, or the one that was there before once more.
  private void await(
      PackageManifest manifest, LinkAddress address, Identity console, PairedPeers peers)
      throws Exception {
    String wanted = "lenswacht " + manifest.version();
    long began = System.nanoTime();
    while (System.nanoTime() - began < Duration.ofSeconds(wait).toNanos()) {
      Thread.sleep(PAUSE);
      try (ConsoleLink link = ConsoleLink.connect(Cables.open(address, peers), console, peers)) {
        String runs = link.device().program();
        if (runs.equals(wanted)) {
          spec.commandLine().getErr().println("the device runs " + runs);
          return;
        }
        if (System.nanoTime() - began > GRACE.toNanos()) {
          throw new CommandException(
              ExitCode.INCOMPLETE,
              manifest.version() + " did not prove itself; the device fell back to " + runs);
        }
      } catch (LinkException starting) {
        spec.commandLine().getErr().println("no answer yet");
      }
    }
    throw new CommandException(
        ExitCode.UNREACHABLE, "the device does not answer; see what it says when it does");
  }
}
