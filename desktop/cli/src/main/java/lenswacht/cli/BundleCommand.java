package lenswacht.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.casefile.BundlePart;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseParts;
import lenswacht.casefile.Custodian;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.CustodyNote;
import lenswacht.casefile.EvidenceBundle;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.observation.EvidenceId;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Puts evidence together for a third party.
@Command(
    name = "bundle",
    description = {
      "Puts evidence together for a third party: the journals, chosen evidence in readable form, a",
      "report, the custody log, a signed manifest, and a verifier that needs a JDK and nothing"
          + " else",
      "(java Verify.java bundle.zip). Serial numbers that may not be shown are asterisks in it."
    },
    mixinStandardHelpOptions = true)
final class BundleCommand implements Callable<Integer> {
  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private Judging judging = new Judging();

  @Option(names = "--out", required = true, paramLabel = "FILE.zip", description = "The new file.")
  private Path out = Path.of("");

  @ArgGroup private Chosen chosen = new Chosen();

  /// Which evidence goes along in readable form.
  private static final class Chosen {
    @Option(
        names = "--evidence",
        split = ",",
        paramLabel = "ID",
        description = "Numbers of evidence, as in the report. Default: none.")
    private List<String> some = new ArrayList<>();

    @Option(names = "--all", description = "All of it.")
    private boolean all;
  }

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "A report that is there already, for instance a signed one. Default: a new PDF.")
  private List<Path> reports = new ArrayList<>();

  @Option(
      names = "--audience",
      defaultValue = "",
      paramLabel = "NAME",
      description = "For whom; stands in the manifest and in the custody log.")
  private String audience = "";

  @Option(names = "--by", defaultValue = "", paramLabel = "NAME", description = "Who makes it.")
  private String by = "";

  @Option(names = "--lang", defaultValue = "nl", description = "Of the report: nl (default), en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (Files.exists(out)) {
      throw new CommandException(ExitCode.USAGE, out + ": it is there already");
    }
    Custodian custodian = by.isBlank() ? Custodian.whoIsLoggedIn() : Custodian.ofThisComputer(by);
    Path fresh = Files.createTempDirectory("lenswacht-bundle");
    try (CaseFile file = caseOption.open()) {
      file.verify();
      file.custodyLog().keptBy(custodian);
      file.custodyLog().noteWhatIsNew();
      EvidenceBundle bundle = new EvidenceBundle();
      CaseParts parts = file.parts();
      parts.journals().forEach(bundle::add);
      evidence(parts).forEach(bundle::add);
      for (Path report : reports.isEmpty() ? List.of(report(file, fresh)) : reports) {
        bundle.add(BundlePart.file("reports", report));
      }
      bundle.add(parts.custody());
      Instant now = InstantSource.system().instant();
      bundle.write(
          out,
          new EvidenceBundle.Head(file.site(), now, custodian.person(), audience),
          custodian.keys().open());
      file.custodyLog()
          .noteFile(
              CustodyAct.Kind.BUNDLED,
              out,
              audience.isBlank()
                  ? CustodyNote.NONE
                  : CustodyNote.NONE.with(CustodyNote.Value.FOR, audience));
      spec.commandLine().getErr().println("written to " + out);
    } finally {
      Files.deleteIfExists(fresh.resolve("report.pdf"));
      Files.deleteIfExists(fresh);
    }
    return ExitCode.RAN.number();
  }

  private Path report(CaseFile file, Path folder) throws Exception {
    Edition edition = judging.edition();
    Path pdf = folder.resolve("report.pdf");
    Reports.write(
        file, judging.assess(file, edition), judging.identifier(), edition, language, pdf);
    return pdf;
  }

  private List<BundlePart> evidence(CaseParts parts) throws Exception {
    Identifier identifier = judging.identifier();
    if (chosen.all) {
      return parts.evidence(parts.allEvidence(), identifier);
    }
    List<EvidenceId> ids = new ArrayList<>();
    for (String id : chosen.some) {
      ids.addAll(parts.allEvidence().stream().filter(one -> one.hex().startsWith(id)).toList());
    }
    if (ids.size() < chosen.some.size()) {
      throw new CommandException(ExitCode.USAGE, "the case holds no evidence of that number");
    }
    return parts.evidence(ids, identifier);
  }
}
