package lenswacht.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.feed.Changes;
import lenswacht.knowledge.feed.FeedException;
import lenswacht.knowledge.feed.FeedFile;
import lenswacht.knowledge.feed.FeedImport;
import lenswacht.observation.FactJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes public feeds in, from files.
@Command(
    name = "import",
    description = {
      "Takes in public feeds from files and folders: NVD JSON 2.0, CVE JSON 5, the KEV list, EPSS,",
      "CSAF 2.0 and 2.1 with VEX; plain, gzip or zip. Nothing is fetched. Assets are judged with",
      "them from then on. The same again adds nothing; a run that breaks off leaves what was there.",
      "Hashes and signatures beside a file are checked; a key may lie in the folder itself."
    },
    mixinStandardHelpOptions = true)
final class KnowledgeImportCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("part", "name", "kind", "accepted", "refused", "says");
  private static final int MOST_SHOWN = 1000;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
  private List<Path> paths = List.of();

  @Option(names = "--dry-run", description = "Only say what would change.")
  private boolean dryRun;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "OpenPGP public key of a publisher, to check signatures with. Repeat for more.")
  private List<Path> keys = new ArrayList<>();

  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();

  @Mixin private FormatOption format = new FormatOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new CommandException(ExitCode.USAGE, "there is no " + path);
      }
    }
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    try (FeedImport feeds = new FeedImport(Edition.bundled(), knowledge.folder(), today)) {
      for (Path key : keys) {
        trust(feeds, key);
      }
      for (Path path : paths) {
        feeds.read(path);
      }
      FeedImport.Outcome outcome = outcome(feeds);
      PrintWriter out = spec.commandLine().getOut();
      if (format.chosen() == Answer.Format.JSON) {
        out.println(FactJson.writePretty(json(feeds.files(), outcome)));
        out.flush();
      } else {
        new Answer(COLUMNS, rows(feeds.files(), outcome)).write(format.chosen(), out);
        spec.commandLine().getErr().println(summary(feeds.files(), outcome));
      }
      return ExitCode.RAN.number();
    }
  }

  private static void trust(FeedImport feeds, Path key) throws CommandException {
    try {
      feeds.trust(key);
    } catch (FeedException e) {
      throw new CommandException(ExitCode.USAGE, "--key " + key + ": " + e.getMessage());
    }
  }

  private FeedImport.Outcome outcome(FeedImport feeds) throws IOException, CommandException {
    try {
      return dryRun ? feeds.dryRun() : feeds.keep();
    } catch (FeedException e) {
      throw new CommandException(ExitCode.INTEGRITY, String.valueOf(e.getMessage()));
    }
  }

  private static int accepted(List<FeedFile> files) {
    return files.stream().mapToInt(FeedFile::accepted).sum();
  }

  private static List<Map<String, String>> refused(List<FeedFile> files) {
    List<Map<String, String>> refused = new ArrayList<>();
    for (FeedFile file : files) {
      file.refusal().ifPresent(why -> refused.add(refusal(file, why)));
      file.refused().forEach(why -> refused.add(refusal(file, why)));
    }
    return refused;
  }

  private static Map<String, String> refusal(FeedFile file, String reason) {
    Map<String, String> refusal = new LinkedHashMap<>();
    refusal.put("file", file.name());
    refusal.put("reason", reason);
    return refusal;
  }

  private Map<String, Object> json(List<FeedFile> files, FeedImport.Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dry_run", dryRun);
    json.put("files_read", files.size());
    json.put("records_accepted", accepted(files));
    json.put("records_refused", refused(files));
    Map<String, Object> records = new LinkedHashMap<>();
    records.put("new", outcome.added());
    records.put("changed", outcome.changed());
    records.put("unchanged", outcome.unchanged());
    records.put("older", outcome.older());
    int held = outcome.added() + outcome.changed() + outcome.unchanged() + outcome.older();
    records.put("twice_in_these_files", accepted(files) - held);
    json.put("records", records);
    json.put("ranges", outcome.ranges());
    json.put("edition_before", outcome.changes().before());
    json.put("edition_after", outcome.changes().after());
    json.put("changes", outcome.changes().changes().stream().map(this::json).toList());
    json.put("named", outcome.named());
    json.put("files", files.stream().map(KnowledgeImportCommand::json).toList());
    return json;
  }

  private Map<String, Object> json(Changes.Change change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cve", change.cve());
    json.put("what", word(change.what()));
    json.put("was", change.was());
    json.put("becomes", change.becomes());
    return json;
  }

  private static Map<String, Object> json(FeedFile file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", file.name());
    json.put("sha256", file.sha256());
    json.put("kind", word(file.kind()));
    json.put("hash", word(file.check().hash()));
    json.put("signature", word(file.check().signature()));
    json.put("accepted", file.accepted());
    json.put("refused", file.refused().size() + (file.refusal().isPresent() ? 1 : 0));
    return json;
  }

  private static List<List<String>> rows(List<FeedFile> files, FeedImport.Outcome outcome) {
    List<List<String>> rows = new ArrayList<>();
    for (FeedFile file : files) {
      rows.add(
          List.of(
              "file",
              file.name(),
              word(file.kind()),
              Integer.toString(file.accepted()),
              Integer.toString(file.refused().size() + (file.refusal().isPresent() ? 1 : 0)),
              file.refusal().orElse(file.check().word())));
      file.refused().forEach(why -> rows.add(List.of("refused", file.name(), "", "", "", why)));
    }
    outcome.changes().changes().stream()
        .limit(MOST_SHOWN)
        .forEach(
            change ->
                rows.add(
                    List.of(
                        "change",
                        change.cve(),
                        word(change.what()),
                        "",
                        "",
                        (change.was().isEmpty() ? "" : change.was() + " -> ") + change.becomes())));
    return rows;
  }

  private String summary(List<FeedFile> files, FeedImport.Outcome outcome) {
    return "%d files read, %d records accepted, %d refused; %d new, %d changed, %d unchanged, %d older; %s %s"
        .formatted(
            files.size(),
            accepted(files),
            refused(files).size(),
            outcome.added(),
            outcome.changed(),
            outcome.unchanged(),
            outcome.older(),
            dryRun ? "the edition would be" : "the edition is",
            outcome.changes().after());
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
