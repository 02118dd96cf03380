package lenswacht.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.ExchangeFile;
import lenswacht.casefile.JournalReceiver;
import lenswacht.casefile.OnSiteVisit;
import lenswacht.casefile.Received;
import lenswacht.casefile.Recipient;
import lenswacht.link.LinkAddress;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Bytes;
import lenswacht.observation.Journal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes a journal into a case file, verified line by line.
@Command(
    name = "receive",
    description = {
      "Takes a journal into a case file, verified line by line; goes on where it broke off.",
      "Exit code 4: the journal is damaged or was changed; nothing of the bad part is taken in."
    },
    mixinStandardHelpOptions = true)
final class ReceiveCommand implements Callable<Integer> {
  private static final String FILE = "file:";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "ADDRESS",
      description = "journal:DIR, file:FILE, tcp:HOST:PORT, tcp:any, serial:PORT or serial:any.")
  private String from = "";

  @Mixin private CaseOption caseOption = new CaseOption();

  @Option(
      names = "--site",
      defaultValue = "",
      paramLabel = "NAME",
      description = "Name of the site, for a new case file. Default: the site of the mandate.")
  private String site = "";

  @Option(
      names = "--device",
      paramLabel = "HASH",
      description = {
        "With journal: and file:, counts the signatures of this device too, which this console is",
        "not paired with: SHA-256 of its key, as 'lenswacht verify' shows it."
      })
  private Optional<String> device = Optional.empty();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (from.startsWith(FILE)) {
      return receiveFile(Path.of(from.substring(FILE.length())));
    }
    LinkAddress address = Links.parse(from);
    if (address instanceof LinkAddress.JournalFolder(Path folder)
        && !Files.isRegularFile(Journal.fileIn(folder))) {
      throw new CommandException(ExitCode.USAGE, "there is no journal in " + folder);
    }
    boolean fresh = Files.notExists(caseOption.file());
    try (CaseFile file = openOrCreate(address)) {
      Received received =
          switch (address) {
            case LinkAddress.JournalFolder(Path folder) ->
                new JournalReceiver(file, recipient()).receive(folder);
            case LinkAddress.Tcp tcp -> fetch(file, tcp);
            case LinkAddress.Serial serial -> fetch(file, serial);
          };
      tell(received);
    } catch (BrokenJournalException | CaseFileException broken) {
      if (fresh) {
        Files.deleteIfExists(caseOption.file());
      }
      throw broken;
    }
    return ExitCode.RAN.number();
  }

  private void tell(Received received) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        received.newLines()
            + " new journal lines, "
            + received.totalLines()
            + " in all, every one verified");
    if (received.tornTail() > 0) {
      err.println(
          "the journal ends in "
              + received.tornTail()
              + " octets that were not finished, as after a power cut; they were not taken in");
    }
  }

  private int receiveFile(Path exchanged) throws Exception {
    boolean fresh = Files.notExists(caseOption.file());
    Recipient recipient = recipient();
    if (!fresh) {
      try (CaseFile file = caseOption.open()) {
        takeFile(exchanged, file, recipient);
      }
      return ExitCode.RAN.number();
    }
    try (CaseFile file = caseOption.create(siteOf(exchanged, recipient))) {
      takeFile(exchanged, file, recipient);
    } catch (BrokenJournalException | CaseFileException refused) {
      Files.deleteIfExists(caseOption.file());
      throw refused;
    }
    return ExitCode.RAN.number();
  }

  private void takeFile(Path exchanged, CaseFile file, Recipient recipient) throws Exception {
    ExchangeFile.read(
        exchanged,
        recipient.opener(),
        (journal, opener) ->
            tell(file.receive(journal, new Recipient(opener, recipient.devices()))));
  }

  private String siteOf(Path exchanged, Recipient recipient) throws Exception {
    List<String> sites = new ArrayList<>(site.isBlank() ? List.of() : List.of(site));
    ExchangeFile.read(
        exchanged,
        recipient.opener(),
        (journal, opener) -> {
          if (sites.isEmpty()) {
            JournalReceiver.siteOf(journal, new Recipient(opener, recipient.devices()))
                .ifPresent(sites::add);
          }
        });
    if (sites.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, exchanged + " holds no scan run");
    }
    return sites.getFirst();
  }

  private Recipient recipient() throws IOException, CommandException {
    Recipient own = Recipient.ofThisComputer();
    try {
      return device.map(hash -> own.and(Bytes.fromHex(hash))).orElse(own);
    } catch (IllegalArgumentException noHex) {
      throw new CommandException(ExitCode.USAGE, "--device takes 64 hexadecimal digits", noHex);
    }
  }

  private Received fetch(CaseFile file, LinkAddress address) throws Exception {
    try (OnSiteVisit visit = Links.connect(file, address)) {
      return visit.receive(new CopyLines(spec.commandLine().getErr()));
    }
  }

  private CaseFile openOrCreate(LinkAddress address) throws Exception {
    if (Files.exists(caseOption.file())) {
      return caseOption.open();
    }
    String name = site;
    if (name.isBlank() && address instanceof LinkAddress.JournalFolder(Path folder)) {
      name =
          JournalReceiver.siteOf(folder, recipient())
              .orElseThrow(
                  () ->
                      new CommandException(
                          ExitCode.USAGE, "the journal in " + folder + " holds no scan run"));
    }
    if (name.isBlank()) {
      throw new CommandException(
          ExitCode.USAGE,
          caseOption.file() + " does not exist yet; name the site it is about with --site");
    }
    return caseOption.create(name);
  }
}
