package lenswacht.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.feed.FeedFile;
import lenswacht.knowledge.feed.FeedImport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What concerns the edition of knowledge.
@Command(
    name = "knowledge",
    description = "Shows the bundled edition of knowledge, and holds public feeds against it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      KnowledgeCommand.Import.class,
      MakerCommand.class,
      PackCommand.class,
      EditionCopyCommand.class
    })
final class KnowledgeCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which verb? see --help");
  }

  /// Reads feeds from files and says what they would change.
  @Command(
      name = "import",
      description = {
        "Reads feeds from files and folders: NVD JSON 2.0, CVE JSON 5, the KEV list, EPSS and CSAF.",
        "Nothing is fetched, and nothing is changed: it says what each file holds and what would",
        "change in the bundled edition."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    private static final List<String> COLUMNS =
        List.of("part", "name", "kind", "accepted", "refused", "says");

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
    private List<Path> paths = List.of();

    @Option(
        names = "--dry-run",
        required = true,
        description = "Only say what would change; an edition is changed by people.")
    private boolean dryRun;

    @Mixin private FormatOption format = new FormatOption();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      FeedImport feeds = new FeedImport(Edition.bundled());
      for (Path path : paths) {
        feeds.read(path);
      }
      List<List<String>> rows = new ArrayList<>();
      for (FeedFile file : feeds.files()) {
        rows.addAll(rows(file));
      }
      for (FeedImport.Change change : feeds.changes().changes()) {
        rows.add(
            List.of(
                "change",
                change.cve(),
                word(change.what()),
                "",
                "",
                change.before().map(before -> before + " -> ").orElse("")
                    + change.after().orElse("")));
      }
      new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
      return ExitCode.RAN.number();
    }

    private static List<List<String>> rows(FeedFile file) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(
          List.of(
              "file",
              file.name(),
              word(file.kind()),
              Integer.toString(file.accepted()),
              Integer.toString(file.refused().size()),
              file.refusal().orElse(word(file.check()))));
      file.refused().forEach(why -> rows.add(List.of("refused", file.name(), "", "", "", why)));
      return rows;
    }

    private static String word(Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
