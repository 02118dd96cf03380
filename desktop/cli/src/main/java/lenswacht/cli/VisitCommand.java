package lenswacht.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.OnSiteVisit;
import lenswacht.casefile.Received;
import lenswacht.link.LinkAddress;
import lenswacht.link.OrderReply;
import lenswacht.observation.SignedMandate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Sends a mandate to a paired device, follows its scan, and takes in the journal.
@Command(
    name = "visit",
    description = {
      "Sends a mandate to a paired device, follows its scan, and takes in the journal.",
      "After a cable fell out, do it again, or use 'receive': nothing is lost."
    },
    mixinStandardHelpOptions = true)
final class VisitCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "ADDRESS",
      description = "tcp:HOST:PORT, tcp:any, serial:PORT or serial:any.")
  private String to = "";

  @Option(names = "--mandate", required = true, paramLabel = "FILE", description = "The mandate.")
  private Path mandate = Path.of("");

  @Option(
      names = "--site",
      defaultValue = "",
      paramLabel = "NAME",
      description = "Name of the site, for a new case file.")
  private String site = "";

  @Mixin private CaseOption caseOption = new CaseOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    LinkAddress address = Links.parse(to);
    SignedMandate signed = read(mandate);
    PrintWriter err = spec.commandLine().getErr();
    try (CaseFile file = openOrCreate();
        OnSiteVisit visit = Links.connect(file, address)) {
      switch (visit.order(signed)) {
        case OrderReply.Refused(String why, String detail) ->
            throw new CommandException(
                ExitCode.REFUSED, "refused (" + why + "): " + detail + "; nothing was sent");
        case OrderReply.Accepted(String run) -> err.println("scan " + run + " runs");
      }
      visit.follow(new ProgressLines(err));
      Received received = visit.receive(new CopyLines(err));
      err.println(
          received.totalLines()
              + " journal lines, every one verified and kept in "
              + caseOption.file());
    }
    return ExitCode.RAN.number();
  }

  private CaseFile openOrCreate() throws Exception {
    if (Files.exists(caseOption.file())) {
      return caseOption.open();
    }
    if (site.isBlank()) {
      throw new CommandException(
          ExitCode.USAGE,
          caseOption.file() + " does not exist yet; name the site it is about with --site");
    }
    return caseOption.create(site);
  }

  private static SignedMandate read(Path file) throws IOException, CommandException {
    if (Files.size(file) > SignedMandate.LONGEST) {
      throw new CommandException(ExitCode.USAGE, file + " is too large to be a mandate");
    }
    SignedMandate signed = new SignedMandate(Files.readString(file, StandardCharsets.UTF_8));
    if (!signed.looksLikeMandate()) {
      throw new CommandException(ExitCode.USAGE, file + " is not a mandate");
    }
    return signed;
  }
}
