package lenswacht.knowledge;

import java.util.ArrayList;
import java.util.List;

/// Where the cells of a comma-separated file start, for telling people where to look. Counts as the
/// reader of the rows does: lines that are empty or start with `#` hold no row.
final class CellPlaces {
  /// Where something starts.
  ///
  /// @param line 1 for the first
  /// @param column character within the line, 1 for the first
  record Place(long line, int column) {
    /// Where the file as a whole is meant.
    static final Place WHOLE = new Place(0, 0);
  }

  private final String text;
  private int at;
  private long line = 1;
  private int column = 1;

  private CellPlaces(String text) {
    this.text = text;
  }

  /// The cells of the row with this number, 0 for the headings; empty where there is none.
  static List<Place> ofRow(String text, int number) {
    CellPlaces places = new CellPlaces(text);
    for (int row = 0; places.skipToRow(); row++) {
      List<Place> cells = places.row();
      if (row == number) {
        return cells;
      }
    }
    return List.of();
  }

  private boolean skipToRow() {
    while (at < text.length()) {
      char first = text.charAt(at);
      if (first == '#') {
        while (at < text.length() && !isLineEnd()) {
          step();
        }
      } else if (!isLineEnd()) {
        return true;
      }
      endLine();
    }
    return false;
  }

  private List<Place> row() {
    List<Place> cells = new ArrayList<>();
    do {
      cells.add(new Place(line, column));
      cell();
    } while (takeComma());
    endLine();
    return cells;
  }

  private void cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      step();
      while (at < text.length() && !isClosingQuote()) {
        if (isLineEnd()) {
          endLine();
        } else {
          step();
        }
      }
    }
    while (at < text.length() && text.charAt(at) != ',' && !isLineEnd()) {
      step();
    }
  }

  /// Whether a quote stands here that is not one of a pair; goes behind the first of a pair.
  private boolean isClosingQuote() {
    if (text.charAt(at) != '"') {
      return false;
    }
    if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
      step();
      return false;
    }
    return true;
  }

  private boolean takeComma() {
    if (at < text.length() && text.charAt(at) == ',') {
      step();
      return true;
    }
    return false;
  }

  private boolean isLineEnd() {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private void step() {
    at++;
    column++;
  }

  private void endLine() {
    if (at >= text.length()) {
      return;
    }
    boolean isPair = text.startsWith("\r\n", at);
    at += isPair ? 2 : 1;
    line++;
    column = 1;
  }
}
