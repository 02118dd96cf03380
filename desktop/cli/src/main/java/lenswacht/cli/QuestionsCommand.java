package lenswacht.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lenswacht.casefile.Answered;
import lenswacht.casefile.CaseFile;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.Question;
import lenswacht.knowledge.Questionnaire;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the questionnaire of a site.
@Command(
    name = "questions",
    description = {
      "Writes what only people know of a site: each question once, why it is asked, which rules look",
      "at the answer, and what was answered so far. Fill in 'state' (answered, unknown or",
      "not-applicable) and 'value'; 'answers' reads the sheet back. For a single asset copy the row",
      "and name its address."
    },
    mixinStandardHelpOptions = true)
final class QuestionsCommand implements Callable<Integer> {
  static final List<String> COLUMNS =
      List.of(
          "field",
          "address",
          "topic",
          "question",
          "why",
          "rules",
          "takes",
          "only_if",
          "state",
          "value",
          "by",
          "at",
          "note");

  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private FormatOption format = new FormatOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the sheet there (.xlsx or .csv) instead of printing it.")
  private @Nullable Path out;

  @Option(names = "--open", description = "Only what is not answered yet and applies.")
  private boolean open;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Edition edition = Edition.bundled();
    try (CaseFile file = caseOption.open()) {
      List<Answered> answers = file.decisions().answers();
      List<List<String>> rows = new ArrayList<>();
      for (Question question : edition.questionnaire().questions()) {
        rows.addAll(rows(question, edition, answers));
      }
      if (open) {
        rows.removeIf(row -> !row.get(COLUMNS.indexOf("state")).isEmpty());
      }
      if (out == null) {
        new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
      } else {
        ProductSheets.write(out, Stream.concat(Stream.of(COLUMNS), rows.stream()).toList());
        spec.commandLine().getErr().println("questions written to " + out);
      }
      return ExitCode.RAN.number();
    }
  }

  private List<List<String>> rows(Question question, Edition edition, List<Answered> answers) {
    List<Answered> given =
        answers.stream().filter(answer -> answer.field().equals(question.field().name())).toList();
    List<List<String>> rows = new ArrayList<>();
    if (given.stream().noneMatch(answer -> answer.address().isEmpty())) {
      rows.add(row(question, edition, Optional.empty(), doesNotApply(question, answers)));
    }
    given.forEach(answer -> rows.add(row(question, edition, Optional.of(answer), false)));
    return rows;
  }

  /// Whether another answer on the site shows that the question does not apply.
  private static boolean doesNotApply(Question question, List<Answered> answers) {
    return question
        .onlyIf()
        .flatMap(
            only ->
                answers.stream()
                    .filter(answer -> answer.address().isEmpty())
                    .filter(answer -> answer.field().equals(only.field()))
                    .filter(answer -> answer.state() == Answered.State.ANSWERED)
                    .map(answer -> !answer.value().equals(only.value()))
                    .findFirst())
        .orElse(false);
  }

  private List<String> row(
      Question question, Edition edition, Optional<Answered> given, boolean doesNotApply) {
    String state =
        given
            .map(answer -> answer.state().word())
            .orElse(doesNotApply ? Answered.State.NOT_APPLICABLE.word() : "");
    return List.of(
        question.field().name(),
        given.map(Answered::address).orElse(""),
        topic(question.topic()),
        edition.pack().sentence("field." + question.field().name(), language, Map.of()),
        question.why(language),
        String.join(" ", question.rules()),
        takes(question.field()),
        question.onlyIf().map(Question.OnlyIf::toString).orElse(""),
        state,
        given.map(Answered::value).orElse(""),
        given.map(Answered::by).orElse(""),
        given.map(answer -> answer.at().toString()).orElse(""),
        given.map(Answered::note).orElse(""));
  }

  private static String takes(Field field) {
    return switch (field.type()) {
      case YES_NO -> "yes no";
      case NUMBER -> "0-999999999";
      case CHOICE -> String.join(" ", field.choices());
      case DATE -> "2026-11-20";
    };
  }

  private String topic(String topic) {
    return Questionnaire.topic(topic, language);
  }
}
