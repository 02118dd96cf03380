package lenswacht.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.casefile.Answered;
import lenswacht.casefile.CaseFile;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Field;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetRows;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Reads a filled-in questionnaire back into the case file.
@Command(
    name = "answers",
    description = {
      "Reads a filled-in sheet of 'questions' (.xlsx, .ods or .csv) into the case file, all rows or",
      "none. A value without a state counts as answered; a row with neither changes nothing. 'ja' and",
      "'nee' are read as yes and no. A row that says what the case file says already is left alone."
    },
    mixinStandardHelpOptions = true)
final class AnswersCommand implements Callable<Integer> {
  private static final List<String> NEEDED = List.of("field", "state", "value");

  @Mixin private CaseOption caseOption = new CaseOption();

  @Option(names = "--file", required = true, paramLabel = "SHEET", description = "The sheet.")
  private Path file = Path.of("");

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who answered, where the column 'by' is empty.")
  private String by = "";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Edition edition = Edition.bundled();
    SheetRows sheet = SheetRows.read(file, NEEDED);
    Instant now = InstantSource.system().instant();
    try (CaseFile kept = caseOption.open()) {
      List<Answered> before = kept.decisions().answers();
      List<Answered> read = new ArrayList<>();
      for (SheetRows.Filled row : sheet.rows()) {
        if (row.text("state").isEmpty() && row.text("value").isEmpty()) {
          continue;
        }
        Answered answer = answer(sheet, row, edition, now);
        if (before.stream().noneMatch(known -> says(known, answer))) {
          read.add(answer);
        }
      }
      kept.decisions().answer(read);
      spec.commandLine()
          .getErr()
          .println("%d answers kept, of %d rows".formatted(read.size(), sheet.rows().size()));
      return ExitCode.RAN.number();
    }
  }

  private static boolean says(Answered known, Answered answer) {
    return known.address().equals(answer.address())
        && known.field().equals(answer.field())
        && known.state() == answer.state()
        && known.value().equals(answer.value())
        && known.note().equals(answer.note());
  }

  private Answered answer(SheetRows sheet, SheetRows.Filled row, Edition edition, Instant now)
      throws SheetException {
    Field field =
        edition
            .questionnaire()
            .of(row.text("field"))
            .map(question -> question.field())
            .orElseThrow(() -> sheet.wrong(row, "nobody asks '" + row.text("field") + "'"));
    String word = row.text("state").isEmpty() ? "answered" : row.text("state");
    Answered.State state =
        Answered.State.of(word.toLowerCase(Locale.ROOT))
            .orElseThrow(
                () -> sheet.wrong(row, "the state is answered, unknown or not-applicable"));
    String value = value(row.text("value"), field);
    if (state == Answered.State.ANSWERED && !field.accepts(value)) {
      throw sheet.wrong(
          row,
          "'%s' is no value of %s; it takes %s"
              .formatted(value, field.name(), AnswerSheet.shape(field)));
    }
    if (state != Answered.State.ANSWERED && !value.isEmpty()) {
      throw sheet.wrong(row, "a value stands beside '" + state.word() + "'");
    }
    return new Answered(
        row.text("address"),
        field.name(),
        state,
        value,
        by.isEmpty() ? row.text("by") : by,
        row.text("note"),
        now);
  }

  private static String value(String text, Field field) {
    if (field.type() != Field.Type.YES_NO) {
      return text;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "ja" -> "yes";
      case "nee" -> "no";
      default -> text.toLowerCase(Locale.ROOT);
    };
  }
}
