package lenswacht.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Custodian;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.CustodyNote;
import lenswacht.casefile.HandedFile;
import lenswacht.report.sign.Signer;
import lenswacht.report.sign.SigningException;
import lenswacht.report.sign.SigningKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Signs reports and other files with the organisation's own key.
@Command(
    name = "sign",
    description = {
      "Signs files with the organisation's own key: a PDF within itself (PAdES, baseline B-B), any",
      "other file beside it, in FILE.p7s (CAdES, baseline B-B). The moment is what this computer",
      "says; no authority for time is asked, that takes a network. 'lenswacht verify FILE'"
          + " verifies."
    },
    mixinStandardHelpOptions = true)
final class SignCommand implements Callable<Integer> {
  @Mixin private KeyOption key = new KeyOption();

  @Option(names = "--detached", description = "Also a PDF beside it, in FILE.p7s.")
  private boolean detached;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes, for one file. Default: a PDF is signed where it lies.")
  private @Nullable Path out;

  @Option(
      names = "--case",
      paramLabel = "CASE",
      description = "The case whose custody log notes what was signed.")
  private @Nullable Path caseFile;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
  private List<Path> files = new ArrayList<>();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (out != null && files.size() > 1) {
      throw new CommandException(ExitCode.USAGE, "--out goes with one file");
    }
    List<Path> all = new ArrayList<>(files);
    if (caseFile != null) {
      all.add(caseFile);
    }
    for (Path file : all) {
      if (!Files.isRegularFile(file)) {
        throw new CommandException(ExitCode.USAGE, file + " is no file");
      }
    }
    if (caseFile == null) {
      sign(Optional.empty());
    } else {
      try (CaseFile kept = CaseFile.open(caseFile)) {
        kept.custodyLog().keptBy(Custodian.whoIsLoggedIn());
        sign(Optional.of(kept));
      }
    }
    return ExitCode.RAN.number();
  }

  private void sign(Optional<CaseFile> kept) throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    SigningKey opened = key.open(language);
    try {
      Signer signer = new Signer(opened, InstantSource.system().instant());
      for (Path file : files) {
        CustodyNote note = note(file, opened.subject());
        Path signed = sign(signer, file);
        err.println(KeyOption.words(language).say("signed", file, opened.subject(), signed));
        if (kept.isPresent()) {
          kept.get().custodyLog().noteFile(CustodyAct.Kind.SIGNED, signed, note);
        }
      }
    } catch (SigningException refused) {
      throw KeyOption.refused(refused, language);
    }
  }

  /// What the custody log tells of it: whose key, and which file as it was before.
  private static CustodyNote note(Path file, String subject) throws IOException {
    return CustodyNote.NONE
        .with(CustodyNote.Value.SIGNER, subject)
        .with(CustodyNote.Value.OF, file.getFileName())
        .with(CustodyNote.Value.OF_SHA256, HandedFile.of(file).sha256().hex());
  }

  private Path sign(Signer signer, Path file) throws Exception {
    if (!detached && FileKind.of(file) == FileKind.PDF) {
      Path to = out == null ? file : out;
      signer.embed(file, to);
      return to;
    }
    Path to = out == null ? Path.of(file + Signer.BESIDE) : out;
    signer.beside(file, to);
    return to;
  }
}
