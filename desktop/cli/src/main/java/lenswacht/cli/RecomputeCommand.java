package lenswacht.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.KeptAssessment;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PackChoice;
import lenswacht.knowledge.Truth;
import lenswacht.observation.Bytes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Judges again what was kept, and holds the two against each other to the letter.
@Command(
    name = "recompute",
    description = {
      "Judges each kept assessment of a case again, with the edition, pack, day and answers it was",
      "made with, and says whether the ratings come out the same to the letter. The exit code is 4",
      "where they do not, and 6 where the edition or pack it was made with is not here."
    },
    mixinStandardHelpOptions = true)
final class RecomputeCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("assessment", "edition", "on", "kept", "again", "same");

  @Mixin private CaseOption caseOption = new CaseOption();

  @Option(names = "--number", paramLabel = "N", description = "Only this one. Default: all.")
  private @Nullable Integer number;

  @Option(
      names = "--pack",
      paramLabel = "ID|FOLDER",
      description = "A pack of your own that was used. Packs of the edition are found by hash.")
  private @Nullable String pack;

  @Option(
      names = "--edition",
      paramLabel = "FOLDER",
      description = "The edition that was used. Default: the one that comes with the program.")
  private @Nullable Path edition;

  @Mixin private FormatOption format = new FormatOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Identifier identifier = new Identifier(Catalogue.bundled());
    List<Edition> editions = editions();
    List<List<String>> rows = new ArrayList<>();
    ExitCode code = ExitCode.RAN;
    try (CaseFile file = caseOption.open()) {
      for (KeptAssessment kept : file.assessments()) {
        if (number != null && kept.number() != number) {
          continue;
        }
        Optional<Edition> used =
            editions.stream().filter(one -> one.id().equals(kept.edition())).findFirst();
        String again = "";
        Truth same = Truth.NOT_DETERMINED;
        if (used.isPresent()) {
          again = Bytes.utf8(file.judgeAgain(kept, identifier, used.get())).sha256().hex();
          same = Truth.of(again.equals(kept.sha256()));
        }
        code = graver(code, same);
        rows.add(
            List.of(
                String.valueOf(kept.number()),
                kept.edition(),
                kept.onDay().toString(),
                kept.sha256(),
                again,
                word(same)));
      }
    }
    if (number != null && rows.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "the case has no assessment " + number);
    }
    new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
    return code.number();
  }

  private static ExitCode graver(ExitCode before, Truth same) {
    return switch (same) {
      case YES -> before;
      case NO -> ExitCode.INTEGRITY;
      case NOT_DETERMINED -> before == ExitCode.RAN ? ExitCode.INCOMPLETE : before;
    };
  }

  private static String word(Truth same) {
    return switch (same) {
      case YES -> "yes";
      case NO -> "no";
      case NOT_DETERMINED -> "its edition is not here";
    };
  }

  private List<Edition> editions() throws CommandException {
    if (pack != null) {
      return List.of(PackOption.edition(edition, PackOption.choice(pack)));
    }
    List<Edition> editions = new ArrayList<>();
    for (String id : PackOption.edition(edition, PackChoice.DUTCH).packs()) {
      editions.add(PackOption.edition(edition, new PackChoice.Named(id)));
    }
    return editions;
  }
}
