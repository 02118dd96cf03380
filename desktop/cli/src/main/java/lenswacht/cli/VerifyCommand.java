package lenswacht.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.casefile.BoxDiary;
import lenswacht.casefile.CaseAudit;
import lenswacht.casefile.CaseFile;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.link.HomeFolder;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.FactJson;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalAudit;
import lenswacht.observation.JournalAuditor;
import lenswacht.report.HealthTale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verifies a journal or a case file, without a device and without a network.
@Command(
    name = "verify",
    description = {
      "Verifies a journal or a case file: hashes, order and the devices' signatures. Names the"
          + " first",
      "record that does not hold and the findings that fall away.",
      "Exit codes: 0 everything holds, 4 something does not."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private static final byte[] CASE_FILE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

  @Parameters(
      paramLabel = "JOURNAL|CASE",
      description = "A journal's folder or file, or a case file.")
  private Path path = Path.of("");

  @Option(names = "--json", description = "As facts for programs.")
  private boolean json;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    CaseAudit audit = isCase() ? ofCase() : ofJournal(journalFile(path));
    PrintWriter out = spec.commandLine().getOut();
    boolean isWhole = isCase() ? audit.isWhole() : audit.journals().getFirst().audit().isWhole();
    if (json) {
      out.println(FactJson.writePretty(audit));
    } else {
      new AuditText(language).of(audit, isCase()).forEach(out::println);
      if (isCase() && isWhole) {
        health().forEach(out::println);
      }
    }
    out.flush();
    return (isWhole ? ExitCode.RAN : ExitCode.INTEGRITY).number();
  }

  private boolean isCase() throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return java.util.Arrays.equals(in.readNBytes(CASE_FILE.length), CASE_FILE);
    }
  }

  private CaseAudit ofCase() throws Exception {
    try (CaseFile file = CaseFile.open(path)) {
      return file.audit(new Identifier(Catalogue.bundled()), Edition.bundled());
    }
  }

  /// What befell the devices, and where the times come from.
  private List<String> health() throws Exception {
    HealthTale tale = new HealthTale(language);
    List<String> lines = new ArrayList<>();
    try (CaseFile file = CaseFile.open(path)) {
      BoxDiary diary = file.boxDiary();
      diary.clocks().forEach((trust, count) -> lines.add(tale.clock(trust, count)));
      diary.notes().forEach(noted -> lines.add(noted.at() + "  " + tale.text(noted.note())));
    }
    return lines;
  }

  private static CaseAudit ofJournal(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      JournalAudit audit =
          JournalAuditor.audit(in, SealingIdentity.openOrCreate(HomeFolder.console()));
      return new CaseAudit(List.of(new CaseAudit.OneJournal(1, "", audit, List.of())), List.of());
    }
  }

  /// The file of the journal at `path`, which is that file or its folder.
  static Path journalFile(Path path) throws CommandException {
    Path file = Files.isDirectory(path) ? Journal.fileIn(path) : path;
    if (!Files.isRegularFile(file)) {
      throw new CommandException(ExitCode.USAGE, "there is no journal in " + path);
    }
    return file;
  }
}
