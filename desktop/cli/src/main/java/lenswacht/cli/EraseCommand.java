package lenswacht.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Custodian;
import lenswacht.casefile.Erasure;
import lenswacht.casefile.Retention;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Erases a case and leaves a certificate.
@Command(
    name = "erase",
    description = {
      "Erases a case for good and leaves a signed certificate of what was there, which 'lenswacht",
      "verify' accepts: hashes of the case, of its journals and of the custody log. Before the",
      "retention date, or where none was said, it takes --before-date with the reason for that.",
      "What a file system, a flash memory or a copy may still keep, the certificate says.",
      "Exit code 5: refused because of the retention date."
    },
    mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
  @Mixin private CaseOption caseOption = new CaseOption();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who erases it.")
  private String by = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Option(
      names = "--before-date",
      paramLabel = "TEXT",
      description = "Why before the retention date, or without one.")
  private @Nullable String early;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "The certificate. Default: beside the case, CASE.erased.")
  private @Nullable Path certificate;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (by.isBlank() || reason.isBlank()) {
      throw new CommandException(ExitCode.USAGE, "--by and --reason say who erases it and why");
    }
    Path to = certificate == null ? Path.of(caseOption.file() + ".erased") : certificate;
    if (Files.exists(to)) {
      throw new CommandException(ExitCode.USAGE, to + ": it is there already");
    }
    try (CaseFile file = caseOption.open()) {
      demandDate(file.custodyLog().retention());
    }
    String why = early == null ? reason : reason + " (before the date: " + early + ")";
    new Erasure(caseOption.file(), Custodian.ofThisComputer(by)).erase(to, why);
    spec.commandLine().getErr().println("erased; the certificate is " + to);
    return ExitCode.RAN.number();
  }

  private void demandDate(Optional<Retention> retention) throws CommandException {
    if (early != null && !early.isBlank()) {
      return;
    }
    if (retention.isEmpty()) {
      throw new CommandException(
          ExitCode.REFUSED,
          "nobody said until when this case is kept: say it with 'lenswacht custody"
              + " --retain-until', or give --before-date with a reason");
    }
    if (LocalDate.now(ZoneId.systemDefault()).isBefore(retention.get().until())) {
      throw new CommandException(
          ExitCode.REFUSED,
          "this case is kept until %s (%s); --before-date takes a reason"
              .formatted(retention.get().until(), retention.get().ground()));
    }
  }
}
