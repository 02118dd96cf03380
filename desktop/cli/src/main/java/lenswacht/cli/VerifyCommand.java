package lenswacht.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.BoxDiary;
import lenswacht.casefile.BundleAudit;
import lenswacht.casefile.BundleAuditor;
import lenswacht.casefile.CaseAudit;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.ContentAudit;
import lenswacht.casefile.CustodyTale;
import lenswacht.casefile.ErasureCertificate;
import lenswacht.casefile.EvidenceBundle;
import lenswacht.casefile.FileCheck;
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
import lenswacht.report.sign.SignatureAudit;
import lenswacht.report.sign.SignatureAuditor;
import lenswacht.report.sign.Signer;
import lenswacht.report.sign.TrustAnchors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verifies what Lenswacht wrote or signed, without a device and without a network.
@Command(
    name = "verify",
    description = {
      "Verifies a journal or a case file: hashes, order and the devices' signatures. Names the"
          + " first",
      "record that does not hold and the findings that fall away. Of a PDF, or of a file with"
          + " FILE.p7s",
      "beside it, verifies the signatures, and says where the file was altered.",
      "With --case, of any file that was written from the case (report, export, bundle), signed or",
      "not: it is octet by octet what was written, when, by whom and as what; or it was altered, and",
      "where; or no file like it was ever written from this case.",
      "Exit codes: 0 everything holds, 4 something does not, 6 the file carries no signature, or no",
      "file like it was written from the case."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "JOURNAL|CASE|FILE",
      description = "A journal's folder or file, a case file, or a signed file.")
  private Path path = Path.of("");

  @Option(
      names = "--case",
      paramLabel = "CASE",
      description = "The case file that FILE is compared with.")
  private @Nullable Path caseFile;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "Certificates whose word counts, PEM or DER; may be given several times.")
  private List<Path> trust = new ArrayList<>();

  @Option(names = "--json", description = "As facts for programs.")
  private boolean json;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (caseFile != null) {
      return against(caseFile).number();
    }
    FileKind kind = Files.isRegularFile(path) ? FileKind.of(path) : FileKind.OTHER;
    ExitCode code =
        switch (kind) {
          case CASE -> tell(ofCase(), true);
          case PDF -> signatures();
          case ARCHIVE -> EvidenceBundle.isOne(path) ? bundle() : signatures();
          case ERASURE -> erasure();
          case OTHER -> isSigned() ? signatures() : tell(ofJournal(journalFile(path)), false);
        };
    return code.number();
  }

  private ExitCode tell(CaseAudit audit, boolean isCase) throws Exception {
    boolean isWhole = isCase ? audit.isWhole() : audit.journals().getFirst().audit().isWhole();
    List<String> words = new ArrayList<>(new AuditText(language).of(audit, isCase));
    if (isCase && isWhole) {
      words.addAll(health());
    }
    print(audit, words);
    return isWhole ? ExitCode.RAN : ExitCode.INTEGRITY;
  }

  private void print(Object facts, List<String> words) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(FactJson.writePretty(facts));
    } else {
      words.forEach(out::println);
    }
    out.flush();
  }

  private ExitCode bundle() throws IOException {
    BundleAudit audit = BundleAuditor.audit(path);
    print(audit, new AuditText(language).of(audit));
    return audit.isWhole() ? ExitCode.RAN : ExitCode.INTEGRITY;
  }

  private ExitCode erasure() throws IOException {
    ErasureCertificate certificate = ErasureCertificate.read(path);
    Optional<ErasureCertificate.Told> told = certificate.verified();
    print(told, new AuditText(language).of(certificate));
    return told.isPresent() ? ExitCode.RAN : ExitCode.INTEGRITY;
  }

  private boolean isSigned() {
    return path.toString().endsWith(Signer.BESIDE) || Files.exists(Path.of(path + Signer.BESIDE));
  }

  /// What came of comparing a file with a case.
  private record Compared(
      String finding,
      FileCheck file,
      List<ContentAudit.Fault> faultsOfCase,
      List<SignatureAudit> signatures) {}

  private ExitCode against(Path kept) throws Exception {
    if (!Files.isRegularFile(path) || !Files.isRegularFile(kept)) {
      throw new CommandException(
          ExitCode.USAGE, (Files.isRegularFile(path) ? kept : path) + " is no file");
    }
    ContentAudit content;
    FileCheck check;
    try (CaseFile file = CaseFile.open(kept)) {
      content = file.custodyLog().audit(kept);
      check = file.custodyLog().check(path);
    }
    List<SignatureAudit> audits = audits(path);
    List<String> words = new ArrayList<>(new CustodyTale(language).of(check));
    words.addAll(new AuditText(language).ofCaseItself(content));
    if (!audits.isEmpty()) {
      words.addAll(new SignatureText(language).of(check.file(), audits));
    }
    print(new Compared(word(check), check, content.faults(), audits), words);
    boolean isWhole = content.isWhole() && audits.stream().allMatch(SignatureAudit::isWhole);
    return switch (check.finding()) {
      case FileCheck.Same same -> isWhole ? ExitCode.RAN : ExitCode.INTEGRITY;
      case FileCheck.Altered altered -> ExitCode.INTEGRITY;
      case FileCheck.Unknown unknown -> isWhole ? ExitCode.INCOMPLETE : ExitCode.INTEGRITY;
    };
  }

  private static String word(FileCheck check) {
    return switch (check.finding()) {
      case FileCheck.Same same -> "SAME";
      case FileCheck.Altered altered -> "ALTERED";
      case FileCheck.Unknown unknown -> "UNKNOWN";
    };
  }

  private ExitCode signatures() throws IOException {
    boolean isSignature = path.toString().endsWith(Signer.BESIDE);
    String name = path.toString();
    Path file =
        isSignature ? Path.of(name.substring(0, name.length() - Signer.BESIDE.length())) : path;
    List<SignatureAudit> audits = audits(file);
    print(audits, new SignatureText(language).of(String.valueOf(file.getFileName()), audits));
    if (audits.isEmpty()) {
      return ExitCode.INCOMPLETE;
    }
    return audits.stream().allMatch(SignatureAudit::isWhole) ? ExitCode.RAN : ExitCode.INTEGRITY;
  }

  /// Every signature of a file, within it and beside it.
  private List<SignatureAudit> audits(Path file) throws IOException {
    SignatureAuditor auditor =
        new SignatureAuditor(TrustAnchors.read(trust), InstantSource.system().instant());
    List<SignatureAudit> audits = new ArrayList<>();
    if (FileKind.of(file) == FileKind.PDF) {
      audits.addAll(auditor.embedded(file));
    }
    Path beside = Path.of(file + Signer.BESIDE);
    if (Files.exists(beside)) {
      audits.add(auditor.detached(file, beside));
    }
    return audits;
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
      return new CaseAudit(
          List.of(new CaseAudit.OneJournal(1, "", audit, List.of())), List.of(), ContentAudit.NONE);
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
