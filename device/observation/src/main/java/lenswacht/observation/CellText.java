package lenswacht.observation;

/// Text for a cell of a table that a spreadsheet program will open: never a formula, whatever it
/// looks like.
public final class CellText {
  private static final String FORMULAS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
  private static final String NUMBER = "-?\\d{1,18}([.,]\\d{1,18})?";
  private static final int LONGEST_NUMBER = 40;

  private CellText() {}

  /// `text`, with an apostrophe before what a spreadsheet program could take for a formula: an
  /// equals sign, plus, minus or at sign, also the wide ones of East Asian writing, also behind
  /// blanks and signs that are not seen. A number stays a number.
  public static String guarded(String text) {
    boolean isNumber = text.length() <= LONGEST_NUMBER && text.matches(NUMBER);
    return !isNumber && isFormula(text) ? "'" + text : text;
  }

  private static boolean isFormula(String text) {
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '\t' || letter == '\r' || letter == '\n') {
        return true;
      }
      if (!isUnseen(letter)) {
        return FORMULAS.indexOf(letter) >= 0;
      }
    }
    return false;
  }

  private static boolean isUnseen(char letter) {
    return Character.isWhitespace(letter)
        || Character.isSpaceChar(letter)
        || Character.isISOControl(letter)
        || Character.getType(letter) == Character.FORMAT;
  }
}
