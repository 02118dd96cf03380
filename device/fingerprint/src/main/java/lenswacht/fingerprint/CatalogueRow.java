package lenswacht.fingerprint;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One line of a catalogue file, with where it stands so that a complaint can name it.
///
/// @param file name of the file
/// @param line line in it, from 1
/// @param columns names of the columns
/// @param cells text by column
record CatalogueRow(String file, long line, List<String> columns, List<String> cells) {

  /// Reads a CSV file whose first line names exactly `columns`.
  static List<CatalogueRow> read(String file, String text, List<String> columns) {
    List<CatalogueRow> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      for (CsvRecord line : lines) {
        if (line.getStartingLineNumber() == 1) {
          if (!line.getFields().equals(columns)) {
            throw new CatalogueException(file, 1, "the columns must be " + columns);
          }
        } else if (line.getFieldCount() == columns.size()) {
          rows.add(new CatalogueRow(file, line.getStartingLineNumber(), columns, line.getFields()));
        } else {
          throw new CatalogueException(
              file, line.getStartingLineNumber(), "a line must hold " + columns.size() + " cells");
        }
      }
    } catch (CsvParseException broken) {
      throw new CatalogueException(file, rows.size() + 2L, "is no CSV: " + broken.getMessage());
    } catch (IOException impossible) {
      throw new IllegalStateException("text in memory cannot fail to be read", impossible);
    }
    return rows;
  }

  /// The stripped text of a column; may be empty.
  String cell(String column) {
    int index = columns.indexOf(column);
    return index < 0 ? "" : cells.get(index).strip();
  }

  /// The text of a column that must not be empty.
  String required(String column) {
    String text = cell(column);
    if (text.isEmpty()) {
      throw complaint("column '" + column + "' is empty");
    }
    return text;
  }

  /// A constant of `type` by its name.
  <E extends Enum<E>> E constant(String column, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(cell(column))) {
        return constant;
      }
    }
    throw complaint("'" + cell(column) + "' is no " + type.getSimpleName());
  }

  /// A day, written as 2026-11-21.
  LocalDate day(String column) {
    String day = cell(column);
    try {
      if (day.length() == 10 && day.charAt(4) == '-' && day.charAt(7) == '-') {
        return LocalDate.of(number(day, 0, 4), number(day, 5, 7), number(day, 8, 10));
      }
    } catch (NumberFormatException | DateTimeException bad) {
      throw complaint("'" + day + "' is no date");
    }
    throw complaint("'" + day + "' is no date");
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  CatalogueException complaint(String sentence) {
    return new CatalogueException(file, line, sentence);
  }
}
