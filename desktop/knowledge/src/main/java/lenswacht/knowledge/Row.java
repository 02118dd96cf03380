package lenswacht.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One row of a file of an edition.
///
/// @param sheet the file it stands in
/// @param number 1 for the first row behind the headings
/// @param line where it starts
/// @param cells text by heading
record Row(Sheet sheet, int number, long line, Map<String, String> cells) {
  /// A file that rows stand in.
  ///
  /// @param file its name within the edition
  /// @param text all of it
  /// @param headings in order
  record Sheet(String file, String text, List<String> headings) {
    Sheet {
      headings = List.copyOf(headings);
    }
  }

  /// The cell under `heading`, without blanks around it; may be empty.
  String text(String heading) {
    return cells.getOrDefault(heading, "").strip();
  }

  /// The cell under `heading`, which must not be empty.
  String required(String heading) throws PackException {
    String text = text(heading);
    if (text.isEmpty()) {
      throw wrong(heading, "'" + heading + "' is empty");
    }
    return text;
  }

  /// The cell under `heading`, empty where the cell is.
  Optional<String> optional(String heading) {
    return Optional.of(text(heading)).filter(text -> !text.isEmpty());
  }

  /// The words of a cell, separated by blanks.
  List<String> words(String heading) {
    String text = text(heading);
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s+"));
  }

  /// A whole number within bounds.
  int number(String heading, int lowest, int highest) throws PackException {
    String text = required(heading);
    try {
      int number = Integer.parseInt(text);
      if (number >= lowest && number <= highest) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Told below, together with numbers out of bounds.
    }
    throw wrong(
        heading,
        "'%s' must be a whole number from %d to %d, not '%s'"
            .formatted(heading, lowest, highest, text));
  }

  /// A day, ISO 8601.
  LocalDate date(String heading) throws PackException {
    String text = required(heading);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw wrong(
          heading, "'" + heading + "' must be a day such as 2019-11-20, not '" + text + "'");
    }
  }

  /// One of a few words.
  String oneOf(String heading, List<String> allowed) throws PackException {
    String text = required(heading);
    if (!allowed.contains(text)) {
      throw wrong(heading, "'" + heading + "' must be one of " + allowed + ", not '" + text + "'");
    }
    return text;
  }

  /// `yes` or `no`.
  boolean yes(String heading) throws PackException {
    return oneOf(heading, List.of("yes", "no")).equals("yes");
  }

  /// What to throw when this row is wrong.
  PackException wrong(String reason) {
    return new PackException(sheet.file(), line, reason);
  }

  /// What to throw when the cell under `heading` is wrong.
  PackException wrong(String heading, String reason) {
    return wrong(heading, 1, 1, reason);
  }

  /// What to throw when something within the cell under `heading` is wrong. A cell in quotes starts
  /// behind its quote.
  ///
  /// @param cellLine line within the cell, 1 for the first
  /// @param cellColumn character within that line, 1 for the first
  PackException wrong(String heading, int cellLine, int cellColumn, String reason) {
    List<CellPlaces.Place> places = CellPlaces.ofRow(sheet.text(), number);
    int cell = sheet.headings().indexOf(heading);
    if (cell < 0 || cell >= places.size()) {
      return wrong(reason);
    }
    CellPlaces.Place start = places.get(cell);
    if (cellLine == 1 && cellColumn == 1) {
      return new PackException(sheet.file(), start.line(), start.column(), reason);
    }
    if (cellLine > 1) {
      return new PackException(sheet.file(), start.line() + cellLine - 1, cellColumn, reason);
    }
    String written = cells.getOrDefault(heading, "");
    int leading = written.length() - written.stripLeading().length();
    int before = Math.min(written.length(), leading + cellColumn - 1);
    return new PackException(
        sheet.file(), start.line(), start.column() + asWritten(written, before, start), reason);
  }

  /// How many characters of the file the first characters of a cell take: in quotes a quote stands
  /// before them, and each quote among them stands there twice.
  private int asWritten(String cell, int characters, CellPlaces.Place start) {
    Optional<String> first = sheet.text().lines().skip(start.line() - 1).findFirst();
    boolean quoted =
        first.isPresent()
            && first.get().length() >= start.column()
            && first.get().charAt(start.column() - 1) == '"';
    long pairs = cell.substring(0, characters).chars().filter(sign -> sign == '"').count();
    return characters + (quoted ? 1 + Math.toIntExact(pairs) : 0);
  }
}
