package lenswacht.observation;

/// Text from a stranger, made fit to be shown: no control characters, no bidirectional overrides,
/// limited length.
public final class CleanText {
  private CleanText() {}

  /// `text` with every control, format, surrogate and private-use character turned into a blank,
  /// trimmed, and cut to `longest` characters. Line breaks and tabs become blanks as well.
  public static String of(String text, int longest) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), longest));
    int at = 0;
    while (at < text.length() && clean.length() < longest) {
      int symbol = text.codePointAt(at);
      at += Character.charCount(symbol);
      switch (Character.getType(symbol)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            clean.append(' ');
        default -> clean.appendCodePoint(symbol);
      }
    }
    return clean.toString().strip();
  }
}
