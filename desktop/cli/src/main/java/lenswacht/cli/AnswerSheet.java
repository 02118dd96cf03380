package lenswacht.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.PolicyPack;

/// What people answered on the question sheet of a site: a CSV file with the columns `address`
/// (empty for the whole site), `field` and `value`.
///
/// @param answers the answers, in the order of the sheet
record AnswerSheet(List<Given> answers) {
  private static final long LARGEST = 4L << 20;

  AnswerSheet {
    answers = List.copyOf(answers);
  }

  /// One answer.
  ///
  /// @param address the asset it is about, empty for the whole site
  /// @param field name of the policy pack's field
  /// @param value as the pack writes it
  record Given(String address, String field, String value) {}

  /// Reads `file`.
  ///
  /// @throws CommandException if it is no such sheet, with the line where that shows
  static AnswerSheet read(Path file) throws CommandException, IOException {
    if (Files.size(file) > LARGEST) {
      throw new CommandException(ExitCode.USAGE, file + " is too large to be a question sheet");
    }
    List<Given> answers = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        if (row.findField("field").isEmpty()
            || row.findField("value").isEmpty()
            || row.findField("address").isEmpty()) {
          throw new CommandException(
              ExitCode.USAGE, file + ": the columns address, field and value are needed");
        }
        answers.add(
            new Given(
                row.getField("address").strip(),
                row.getField("field").strip(),
                row.getField("value").strip()));
      }
    } catch (CsvParseException | UncheckedIOException malformed) {
      throw new CommandException(
          ExitCode.USAGE, file + " is no CSV file: " + malformed.getMessage(), malformed);
    }
    return new AnswerSheet(answers);
  }

  /// Keeps the answers in `file`, all or none.
  ///
  /// @throws CommandException if the pack knows no such field or value; nothing is kept then
  void keep(CaseFile file, PolicyPack pack) throws CommandException, CaseFileException {
    for (Given given : answers) {
      check(given, pack);
    }
    for (Given given : answers) {
      if (given.address().isEmpty()) {
        file.answer(given.field(), given.value());
      } else {
        file.answer(given.address(), given.field(), given.value());
      }
    }
  }

  /// Whether the pack has the field and the field the value.
  static void check(Given given, PolicyPack pack) throws CommandException {
    Optional<Field> field = pack.field(given.field());
    if (field.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "the policy pack has no field '" + given.field() + "'");
    }
    if (!field.get().accepts(given.value())) {
      throw new CommandException(
          ExitCode.USAGE,
          "'"
              + given.value()
              + "' is no value of "
              + given.field()
              + "; it takes "
              + shape(field.get()));
    }
  }

  static String shape(Field field) {
    return switch (field.type()) {
      case YES_NO -> "yes or no";
      case NUMBER -> "a number";
      case CHOICE -> "one of " + String.join(", ", field.choices());
      case DATE -> "a day such as 2026-11-20";
    };
  }
}
