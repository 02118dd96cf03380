package lenswacht.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Custodian;
import lenswacht.casefile.HandedFile;
import lenswacht.link.Cables;
import lenswacht.link.ConsoleLink;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.OrderAnswer;
import lenswacht.link.PairedPeers;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.HandOver;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.Order;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Hands a device or a file over to another console: both parties sign, and the chain of custody
/// keeps it.
@Command(
    name = "handover",
    description = {
      "Hands a device, or a file with a journal, over to another console. Both sign:",
      "the receiver makes a 'request', the giver 'give's, the receiver 'accept's, and for a device",
      "the giver 'complete's: from then on the device belongs to the receiver."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      HandOverCommand.Request.class,
      HandOverCommand.Give.class,
      HandOverCommand.Accept.class,
      HandOverCommand.Complete.class,
      HandOverCommand.Listing.class
    })
final class HandOverCommand implements Runnable {
  private static final int LONGEST_CARD = 16_384;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which verb? see --help");
  }

  private static Identity console() throws IOException {
    return Identity.ofConsole(HomeFolder.console(), "console");
  }

  private static String read(Path file) throws IOException, CommandException {
    if (Files.size(file) > 4L * LONGEST_CARD) {
      throw new CommandException(ExitCode.USAGE, file + " is too large");
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static HandOver statement(Path file) throws IOException, CommandException {
    try {
      return new HandOver(read(file));
    } catch (IllegalArgumentException tooLong) {
      throw new CommandException(ExitCode.USAGE, file + " is no statement", tooLong);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }

  private static String words(HandOver.Terms terms) {
    String what =
        switch (terms.thing()) {
          case HandOver.Thing.Device(String id, Bytes key) ->
              "device " + id + " (" + Identity.mark(key) + ")";
          case HandOver.Thing.Journal(String name, long octets, Bytes sha256) ->
              "file " + name + " (" + octets + " octets, SHA-256 " + sha256.hex() + ")";
        };
    return what
        + " from "
        + terms.from().name()
        + " ("
        + Identity.mark(terms.from().key())
        + ") to "
        + terms.to().name()
        + " ("
        + Identity.mark(terms.to().key())
        + ") on "
        + terms.at()
        + (terms.place().isBlank() ? "" : " at " + terms.place())
        + (terms.remark().isBlank() ? "" : ": " + terms.remark());
  }

  /// Where the statement is kept besides.
  private static void keep(Path caseFile, HandOver statement) throws Exception {
    if (!caseFile.toString().isEmpty()) {
      if (Files.notExists(caseFile)) {
        throw new CommandException(ExitCode.USAGE, caseFile + " does not exist");
      }
      try (CaseFile file = CaseFile.open(caseFile)) {
        file.custodyLog().keptBy(Custodian.whoIsLoggedIn());
        file.keep(statement);
      }
    }
  }

  private static CommandException notLawful(MalformedFactException why) {
    return new CommandException(ExitCode.INTEGRITY, String.valueOf(why.getMessage()), why);
  }

  /// The receiver: who am I?
  @Command(
      name = "request",
      description = "The receiver writes who it is, for the giver to name it.",
      mixinStandardHelpOptions = true)
  static final class Request implements Callable<Integer> {
    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Who receives.")
    private String name = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
    private Path out = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      HandOver.Party own = new HandOver.Party(name, console().key(), Bytes.EMPTY);
      write(out, FactJson.writePretty(own) + "\n");
      spec.commandLine()
          .getErr()
          .println("the mark of this console is " + Identity.mark(own.key()));
      return ExitCode.RAN.number();
    }
  }

  /// The giver: I give this to that one.
  @Command(
      name = "give",
      description = "The giver signs that a device or a file goes to the one who asked.",
      mixinStandardHelpOptions = true)
  static final class Give implements Callable<Integer> {
    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The request.")
    private Path to = Path.of("");

    @Option(names = "--device", paramLabel = "ID", description = "The paired device to give.")
    private String device = "";

    @Option(names = "--file", paramLabel = "FILE", description = "The file to give.")
    private Path file = Path.of("");

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Who gives.")
    private String name = "";

    @Option(names = "--remark", defaultValue = "", paramLabel = "TEXT", description = "Why.")
    private String remark = "";

    @Option(names = "--place", defaultValue = "", paramLabel = "TEXT", description = "Where.")
    private String place = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
    private Path out = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      if (device.isBlank() == file.toString().isEmpty()) {
        throw new CommandException(ExitCode.USAGE, "name either a device or a file");
      }
      Identity own = console();
      HandOver.Terms terms = terms(own);
      write(out, HandOver.give(terms, own.privateKey(), own.publicKey()).text());
      spec.commandLine().getErr().println("given, not accepted yet: " + words(terms));
      return ExitCode.RAN.number();
    }

    private HandOver.Terms terms(Identity own) throws Exception {
      HandOver.Thing thing = device.isBlank() ? HandedFile.of(file) : known();
      try {
        return new HandOver.Terms(
            thing,
            new HandOver.Party(name, own.key(), Bytes.EMPTY),
            FactJson.read(read(to), HandOver.Party.class),
            Instant.now(),
            remark,
            place,
            Optional.empty());
      } catch (MalformedFactException | IllegalArgumentException malformed) {
        throw new CommandException(
            ExitCode.USAGE, String.valueOf(malformed.getMessage()), malformed);
      }
    }

    private HandOver.Thing known() throws Exception {
      List<PairedPeers.Peer> named =
          PairedPeers.open(HomeFolder.console()).all().stream()
              .filter(peer -> peer.name().equals(device))
              .toList();
      if (named.size() != 1) {
        throw new CommandException(
            ExitCode.USAGE, "this computer is paired with " + named.size() + " devices of that id");
      }
      return new HandOver.Thing.Device(device, named.getFirst().key());
    }
  }

  /// The receiver: I have it.
  @Command(
      name = "accept",
      description = {
        "The receiver signs as well. For a file it must be the very same file; a device is known"
            + " to",
        "this computer from now on, on the word of the giver."
      },
      mixinStandardHelpOptions = true)
  static final class Accept implements Callable<Integer> {
    @Parameters(paramLabel = "STATEMENT", description = "What the giver signed.")
    private Path given = Path.of("");

    @Option(names = "--file", paramLabel = "FILE", description = "The file, as it arrived.")
    private Path file = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
    private Path out = Path.of("");

    @Option(names = "--case", paramLabel = "FILE", description = "The case that keeps it.")
    private Path caseFile = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      HandOver statement = statement(given);
      Identity own = console();
      HandOver.Terms terms = offered(statement);
      if (!terms.to().key().equals(own.key())) {
        throw new CommandException(ExitCode.REFUSED, "the statement names another receiver");
      }
      switch (terms.thing()) {
        case HandOver.Thing.Device(String id, Bytes key) ->
            PairedPeers.open(HomeFolder.console())
                .add(new PairedPeers.Peer(key, id, Instant.now()));
        case HandOver.Thing.Journal(String _, long octets, Bytes sha256) -> {
          if (file.toString().isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "name the file that arrived with --file");
          }
          HandOver.Thing.Journal here = HandedFile.of(file);
          if (here.octets() != octets || !here.sha256().equals(sha256)) {
            throw new CommandException(
                ExitCode.INTEGRITY, file + " is not the file that was given");
          }
        }
      }
      HandOver accepted = statement.accept(own.privateKey(), own.publicKey());
      write(out, accepted.text());
      keep(caseFile, accepted);
      spec.commandLine().getErr().println("accepted: " + words(terms));
      return ExitCode.RAN.number();
    }

    private static HandOver.Terms offered(HandOver statement) throws CommandException {
      try {
        return statement.offered();
      } catch (MalformedFactException unlawful) {
        throw notLawful(unlawful);
      }
    }
  }

  /// The giver: it is done.
  @Command(
      name = "complete",
      description = {
        "The giver keeps what both signed. With --to a device learns that it belongs to the"
            + " receiver,",
        "puts that into its journal, and forgets the giver."
      },
      mixinStandardHelpOptions = true)
  static final class Complete implements Callable<Integer> {
    @Parameters(paramLabel = "STATEMENT", description = "What both signed.")
    private Path signed = Path.of("");

    @Option(names = "--to", paramLabel = "ADDRESS", description = "tcp:HOST:PORT or serial:PORT.")
    private String to = "";

    @Option(names = "--case", paramLabel = "FILE", description = "The case that keeps it.")
    private Path caseFile = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      HandOver statement = statement(signed);
      HandOver.Terms terms = completed(statement);
      boolean isDevice =
          switch (terms.thing()) {
            case HandOver.Thing.Device _ -> true;
            case HandOver.Thing.Journal _ -> false;
          };
      if (isDevice == to.isBlank()) {
        throw new CommandException(
            ExitCode.USAGE,
            isDevice ? "name the address of the device (--to)" : "a file needs no address");
      }
      PrintWriter err = spec.commandLine().getErr();
      if (isDevice) {
        tell(statement);
        err.println("the device has changed hands; this computer knows it no more");
      }
      keep(caseFile, statement);
      err.println("handed over: " + words(terms));
      return ExitCode.RAN.number();
    }

    private static HandOver.Terms completed(HandOver statement) throws Exception {
      try {
        HandOver.Terms terms = statement.completed();
        if (!terms.from().key().equals(console().key())) {
          throw new CommandException(ExitCode.REFUSED, "the statement names another giver");
        }
        return terms;
      } catch (MalformedFactException unlawful) {
        throw notLawful(unlawful);
      }
    }

    private void tell(HandOver statement) throws Exception {
      PairedPeers peers = PairedPeers.open(HomeFolder.console());
      try (ConsoleLink link =
          ConsoleLink.connect(Cables.open(Links.parse(to), peers), console(), peers)) {
        if (link.give(new Order.ChangeHands(statement))
            instanceof OrderAnswer.Refused(String why, String detail)) {
          throw new CommandException(ExitCode.REFUSED, "refused (" + why + "): " + detail);
        }
        peers.remove(link.device().key());
      }
    }
  }

  /// What a case keeps.
  @Command(
      name = "list",
      description = "Shows the chain of custody that a case keeps, every signature verified.",
      mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {
    @Mixin private CaseOption caseOption = new CaseOption();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      try (CaseFile file = caseOption.open()) {
        for (HandOver statement : file.custody()) {
          spec.commandLine().getOut().println(words(statement.completed()));
        }
      } catch (MalformedFactException unlawful) {
        throw notLawful(unlawful);
      }
      return ExitCode.RAN.number();
    }
  }
}
