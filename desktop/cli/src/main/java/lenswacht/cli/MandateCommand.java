package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.MomentText;
import lenswacht.observation.OutsideEndpoint;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SnmpCommunity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Mandates: who allowed a scan, where and until when.
@Command(
    name = "mandate",
    description = {
      "Signed mandates: who allowed a scan, where and until when. Made, shown, held against a device",
      "before a visit, and announced to whoever runs the network."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      MandateCommand.New.class,
      MandateShowCommand.class,
      MandateNoticeCommand.class,
      MandateReadyCommand.class
    })
final class MandateCommand extends VerbGroup {
  /// Makes one, signed with the key of this computer's console.
  @Command(
      name = "new",
      description = "Makes a mandate and signs it with the key of this computer's console.",
      mixinStandardHelpOptions = true)
  static final class New implements Callable<Integer> {
    @Option(names = "--site", required = true, paramLabel = "NAME", description = "The site.")
    private String site = "";

    @Option(
        names = "--range",
        required = true,
        split = ",",
        paramLabel = "CIDR",
        description = "Address ranges that may be looked at.")
    private List<String> ranges = new ArrayList<>();

    @Option(
        names = "--exclude",
        split = ",",
        paramLabel = "CIDR",
        description = "Addresses inside the ranges that may not be looked at.")
    private List<String> exclusions = new ArrayList<>();

    @Option(
        names = "--until",
        required = true,
        paramLabel = "DATE",
        description = "Last day (2026-12-31), or the moment it ends (2026-12-31T17:00).")
    private String until = "";

    @Option(names = "--from", paramLabel = "DATE", description = "First moment. Default: now.")
    private @Nullable String from;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
    private Path out = Path.of("");

    @Option(
        names = "--issued-by",
        paramLabel = "NAME",
        description = "Who allowed it, as the report will print it.")
    private String issuedBy = "";

    @Option(
        names = "--witness",
        paramLabel = "NAME",
        description = "Who walks along on behalf of the site.")
    private String witness = "";

    @Option(
        names = "--intrusiveness",
        defaultValue = "ASK",
        description = "How far it goes: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Intrusiveness intrusiveness = Intrusiveness.ASK;

    @Option(
        names = "--rate",
        defaultValue = "1000",
        paramLabel = "N",
        description = "At most this many packets a second. Default: ${DEFAULT-VALUE}")
    private int packetsPerSecond;

    @Option(
        names = "--no-anonymous-reads",
        description = "Do not ask for device information without credentials.")
    private boolean noAnonymousReads;

    @Option(
        names = "--snmp-community",
        paramLabel = "NAME",
        description = {
          "SNMP community that the owner supplies for reading; may be given up to 4 times.",
          "It stands readable in the mandate. Without it SNMP is never asked."
        })
    private List<String> snmpCommunities = new ArrayList<>();

    @Option(
        names = "--serials-in-clear",
        description = {
          "Serial numbers may be shown as they are in tables, explanations and reports.",
          "Otherwise they are shown as a hash under the key of the case."
        })
    private boolean serialsInClear;

    @Option(
        names = "--face-callers",
        description = {
          "It may be kept by address who called a service that recognises faces.",
          "Otherwise it is kept by segment."
        })
    private boolean faceCallers;

    @Option(
        names = "--way-out",
        paramLabel = "NAME=ADDRESS:PORT",
        description = {
          "Try from inside whether this endpoint outside is reached: its name is asked for once and",
          "one connection is opened and closed. May be given twice. Without it nothing is tried."
        })
    private List<String> wayOut = new ArrayList<>();

    @Option(names = "--force", description = "Replace the file if it is there.")
    private boolean force;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws CommandException, IOException {
      Mandate mandate = mandate();
      Optional<String> objection = mandate.scope().objection();
      if (objection.isPresent()) {
        throw new CommandException(ExitCode.USAGE, objection.get());
      }
      SignedMandate signed = sign(mandate);
      if (Files.exists(out) && !force) {
        throw new CommandException(ExitCode.USAGE, out + " is there already; --force replaces it");
      }
      Files.writeString(
          out,
          signed.text(),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      spec.commandLine().getErr().println("mandate written to " + out);
      return ExitCode.RAN.number();
    }

    private Mandate mandate() throws CommandException {
      try {
        Instant begin = from == null ? InstantSource.system().instant() : moment(from, false);
        return new Mandate(
            "M-" + UUID.randomUUID().toString().substring(0, 8),
            site,
            issuedBy.isBlank() ? "not stated" : issuedBy,
            new ScanScope(parse(ranges), parse(exclusions)),
            begin,
            moment(until, true),
            intrusiveness,
            packetsPerSecond,
            !noAnonymousReads,
            snmpCommunities.stream().map(SnmpCommunity::new).toList(),
            serialsInClear,
            faceCallers,
            wayOut.stream().map(OutsideEndpoint::parse).toList(),
            witness);
      } catch (IllegalArgumentException malformed) {
        throw new CommandException(
            ExitCode.USAGE, String.valueOf(malformed.getMessage()), malformed);
      }
    }

    private static SignedMandate sign(Mandate mandate) throws CommandException, IOException {
      Identity console = Identity.openOrCreate(HomeFolder.console(), "console");
      try {
        return SignedMandate.sign(mandate, console.privateKey(), console.publicKey());
      } catch (GeneralSecurityException failed) {
        throw new CommandException(ExitCode.INTERNAL, "this platform cannot sign", failed);
      }
    }

    private static List<AddressRange> parse(List<String> texts) {
      return texts.stream().map(AddressRange::parse).toList();
    }

    /// A day alone means its first moment here, or the first moment after it.
    static Instant moment(String text, boolean end) throws CommandException {
      return MomentText.read(text, end, ZoneId.systemDefault())
          .orElseThrow(
              () ->
                  new CommandException(
                      ExitCode.USAGE,
                      "'"
                          + text
                          + "' is neither a day (2026-12-31) nor a moment (2026-12-31T17:00)"));
    }
  }
}
