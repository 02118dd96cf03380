package lenswacht.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.remedy.RemedyStanding;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.casefile.CaseFile;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Remedy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Notes and lists how far remedies are.
@Command(
    name = "remedies",
    description = {
      "Lists how far remedies are: proposed, agreed, refused, done, proven. With --set somebody"
          + " says",
      "so; what is said is never overwritten. 'agreed' is the owner's yes where a remedy touches"
          + " what",
      "a camera is for, 'refused' keeps it out of plans. Done counts only once proven: a scan run",
      "after it looked at the asset and nothing that the remedy silences is left."
    },
    mixinStandardHelpOptions = true)
final class RemediesCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "remedy",
          "what",
          "address",
          "state",
          "by",
          "at",
          "proven_by",
          "waits_for",
          "note",
          "owner",
          "due");

  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private Judging judging = new Judging();

  @Option(
      names = "--set",
      paramLabel = "REMEDY=STATE",
      description = "For example M07=done. Repeat for more.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--asset",
      paramLabel = "ADDRESS",
      description = "The asset it is about; without it the whole site. Repeat for more.")
  private List<String> addresses = new ArrayList<>();

  @Option(names = "--by", paramLabel = "NAME", description = "Who says it.")
  private @Nullable String by;

  @Option(names = "--note", paramLabel = "TEXT", description = "A remark, or where it is written.")
  private String note = "";

  @Option(names = "--owner", paramLabel = "NAME", description = "Who is to do it.")
  private String owner = "";

  @Option(names = "--due", paramLabel = "DAY", description = "By which day, as 2026-12-05.")
  private @Nullable LocalDate due;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Edition edition = judging.edition();
    try (CaseFile file = caseOption.open()) {
      if (!set.isEmpty()) {
        file.decisions().say(words(edition));
      }
      List<RemedyWord> words = file.decisions().remedies();
      List<RatedAsset> assets = judging.assess(file, edition).assets();
      List<List<String>> rows = new ArrayList<>();
      for (Remedy remedy : edition.remedies().all()) {
        for (RatedAsset asset : assets) {
          if (RemedyStanding.last(remedy.id(), asset.address(), words).isPresent()) {
            rows.add(row(remedy, RemedyStanding.of(remedy, asset, words, file.visits())));
          }
        }
      }
      new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
      return ExitCode.RAN.number();
    }
  }

  private List<RemedyWord> words(Edition edition) throws CommandException {
    String who = by;
    if (who == null || who.isBlank()) {
      throw new CommandException(ExitCode.USAGE, "--set needs --by: who says it");
    }
    List<RemedyWord> words = new ArrayList<>();
    for (Map.Entry<String, String> one : set.entrySet()) {
      if (edition.remedies().all().stream().noneMatch(known -> known.id().equals(one.getKey()))) {
        throw new CommandException(ExitCode.USAGE, "there is no remedy '" + one.getKey() + "'");
      }
      RemedyState state =
          RemedyState.said(one.getValue())
              .orElseThrow(
                  () ->
                      new CommandException(
                          ExitCode.USAGE,
                          "'"
                              + one.getValue()
                              + "' cannot be said; it is proposed, agreed, refused or done"));
      for (String address : addresses.isEmpty() ? List.of("") : addresses) {
        words.add(
            new RemedyWord(
                one.getKey(),
                address,
                state,
                who,
                note,
                InstantSource.system().instant(),
                owner,
                Optional.ofNullable(due)));
      }
    }
    return words;
  }

  private List<String> row(Remedy remedy, RemedyStanding standing) {
    return List.of(
        remedy.id(),
        remedy.title(language),
        standing.address(),
        standing.state().word(),
        standing.last().map(RemedyWord::by).orElse(""),
        standing.last().map(word -> word.at().toString()).orElse(""),
        standing.provenBy().orElse(""),
        String.join(" ", standing.waitsFor()),
        standing.last().map(RemedyWord::note).orElse(""),
        standing.last().map(RemedyWord::owner).orElse(""),
        standing.last().flatMap(RemedyWord::due).map(LocalDate::toString).orElse(""));
  }
}
