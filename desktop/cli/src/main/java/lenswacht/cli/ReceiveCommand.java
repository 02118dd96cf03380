package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.JournalReceiver;
import lenswacht.casefile.OnSiteVisit;
import lenswacht.casefile.Received;
import lenswacht.link.LinkAddress;
import lenswacht.observation.BrokenJournalException;
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
  @Option(
      names = "--from",
      required = true,
      paramLabel = "ADDRESS",
      description = "journal:DIR, tcp:HOST:PORT, tcp:any, serial:PORT or serial:any.")
  private String from = "";

  @Mixin private CaseOption caseOption = new CaseOption();

  @Option(
      names = "--site",
      defaultValue = "",
      paramLabel = "NAME",
      description = "Name of the site, for a new case file. Default: the site of the mandate.")
  private String site = "";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
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
                new JournalReceiver(file).receive(folder);
            case LinkAddress.Tcp tcp -> fetch(file, tcp);
            case LinkAddress.Serial serial -> fetch(file, serial);
          };
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          received.newLines()
              + " new journal lines, "
              + received.totalLines()
              + " in all, every one verified");
      if (received.tornTail() > 0) {
        err.println(
            "the journal's last line is torn ("
                + received.tornTail()
                + " octets), as after a power cut; it was not taken in");
      }
    } catch (BrokenJournalException broken) {
      if (fresh) {
        Files.deleteIfExists(caseOption.file());
      }
      throw broken;
    }
    return ExitCode.RAN.number();
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
          JournalReceiver.siteOf(folder)
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
    return CaseFile.create(caseOption.file(), name);
  }
}
