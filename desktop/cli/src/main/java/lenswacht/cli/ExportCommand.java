package lenswacht.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Custodian;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.CustodyNote;
import lenswacht.casefile.ExchangeFile;
import lenswacht.link.HomeFolder;
import lenswacht.link.SealingIdentity;
import lenswacht.link.SealingKey;
import lenswacht.observation.Bytes;
import lenswacht.observation.JournalReader;
import lenswacht.observation.SealRecipient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes journals to one file that can travel on a stick.
@Command(
    name = "export",
    description = {
      "Writes a journal, or every journal of a case, to one file with a manifest and hashes.",
      "'lenswacht receive --from file:FILE' takes it in elsewhere. Who could read the journals can",
      "read the file; with --for, another console can as well."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private static final int LARGEST_KEY_FILE = 4096;

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /// What is written.
  private static final class What {
    @Option(
        names = "--journal",
        paramLabel = "JOURNAL",
        description = "A journal's folder or file.")
    private @Nullable Path journal;

    @Option(names = "--case", paramLabel = "FILE", description = "A case file.")
    private @Nullable Path caseFile;

    @Option(
        names = "--own-key",
        description = "This console's public sealing key, for another console's --for.")
    private boolean ownKey;
  }

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file.")
  private Path out = Path.of("");

  @Option(
      names = "--for",
      paramLabel = "KEYFILE",
      description = "With --case: a console's public sealing key, which can then read it too.")
  private @Nullable Path reader;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (reader != null && what.caseFile == null) {
      throw new CommandException(
          ExitCode.USAGE, "--for goes with --case: a journal that was not received has no keys");
    }
    if (what.caseFile != null) {
      if (!Files.exists(what.caseFile)) {
        throw new CommandException(ExitCode.USAGE, what.caseFile + " does not exist");
      }
      try (CaseFile file = CaseFile.open(what.caseFile)) {
        file.custodyLog().keptBy(Custodian.whoIsLoggedIn());
        file.export(out, reader());
        file.custodyLog().noteFile(CustodyAct.Kind.EXPORTED, out, CustodyNote.NONE);
      }
    } else if (what.journal != null) {
      writeJournal(what.journal);
    } else {
      String key = SealingIdentity.openOrCreate(HomeFolder.console()).key().octets().base64();
      Files.writeString(out, key + "\n", java.nio.file.StandardOpenOption.CREATE_NEW);
    }
    spec.commandLine().getErr().println("written to " + out);
    return ExitCode.RAN.number();
  }

  private Optional<SealRecipient> reader() throws IOException, CommandException {
    if (reader == null) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(reader)) {
      String text = new String(in.readNBytes(LARGEST_KEY_FILE), "US-ASCII").strip();
      return Optional.of(new SealingKey(Bytes.fromBase64(text)));
    } catch (IllegalArgumentException malformed) {
      throw new CommandException(
          ExitCode.USAGE,
          reader + " holds no sealing key; 'export --own-key' writes one",
          malformed);
    }
  }

  private void writeJournal(Path journal) throws Exception {
    Path file = VerifyCommand.journalFile(journal);
    long end;
    long torn;
    try (JournalReader whole = new JournalReader(Files.newInputStream(file))) {
      whole.verify();
      end = whole.offset();
      torn = whole.tornTail();
    }
    ExchangeFile.write(
        out, List.of(() -> new FirstOctets(Files.newInputStream(file), end)), List.of());
    if (torn > 0) {
      spec.commandLine().getErr().println(torn + " octets at the end, never signed, were left out");
    }
  }
}
