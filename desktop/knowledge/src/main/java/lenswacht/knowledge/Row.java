package lenswacht.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One row of a file of an edition, with where it stands.
record Row(String file, long line, Map<String, String> cells) {
  /// The cell under `heading`, without blanks around it; may be empty.
  String text(String heading) {
    return cells.getOrDefault(heading, "").strip();
  }

  /// The cell under `heading`, which must not be empty.
  String required(String heading) throws PackException {
    String text = text(heading);
    if (text.isEmpty()) {
      throw wrong("'" + heading + "' is empty");
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
        "'%s' must be a whole number from %d to %d, not '%s'"
            .formatted(heading, lowest, highest, text));
  }

  /// A day, ISO 8601.
  LocalDate date(String heading) throws PackException {
    String text = required(heading);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw wrong("'" + heading + "' must be a day such as 2019-11-20, not '" + text + "'");
    }
  }

  /// One of a few words.
  String oneOf(String heading, List<String> allowed) throws PackException {
    String text = required(heading);
    if (!allowed.contains(text)) {
      throw wrong("'" + heading + "' must be one of " + allowed + ", not '" + text + "'");
    }
    return text;
  }

  /// `yes` or `no`.
  boolean yes(String heading) throws PackException {
    return oneOf(heading, List.of("yes", "no")).equals("yes");
  }

  /// What to throw when this row is wrong.
  PackException wrong(String reason) {
    return new PackException(file, line, reason);
  }
}
