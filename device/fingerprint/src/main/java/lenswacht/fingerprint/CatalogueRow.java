package lenswacht.fingerprint;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One line of a catalogue file, with where it stands so that a complaint can name it.
///
/// @param file name of the file
/// @param line line in it, from 1
/// @param cells text by column
record CatalogueRow(String file, long line, Map<String, String> cells) {
  CatalogueRow {
    cells = Map.copyOf(cells);
  }

  /// Reads a CSV file whose first line names exactly `columns`.
  static List<CatalogueRow> read(String file, String text, List<String> columns) {
    List<CatalogueRow> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : lines) {
        if (!line.getHeader().equals(columns)) {
          throw new CatalogueException(file, 1, "the columns must be " + columns);
        }
        if (line.getFieldCount() != columns.size()) {
          throw new CatalogueException(
              file, line.getStartingLineNumber(), "a line must hold " + columns.size() + " cells");
        }
        rows.add(new CatalogueRow(file, line.getStartingLineNumber(), line.getFieldsAsMap()));
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
    return cells.getOrDefault(column, "").strip();
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
    try {
      return LocalDate.parse(cell(column));
    } catch (DateTimeParseException bad) {
      throw complaint("'" + cell(column) + "' is no date");
    }
  }

  CatalogueException complaint(String sentence) {
    return new CatalogueException(file, line, sentence);
  }
}
