package lenswacht.report.content;

import java.util.Locale;
import lenswacht.observation.CleanText;

/// Text that the fonts of the report can print: without control and direction characters, and with
/// letters of other scripts spelled as their Unicode numbers, so that nothing disappears and
/// nothing changes the direction of a line. A blank at either end stays one.
public final class PrintableText {
  private static final int END_OF_CYRILLIC = 0x0530;
  private static final String SYMBOLS = "♦▲●▒→≤≥…–—‘’“”€•×";

  private PrintableText() {}

  /// `text`, cut to `longest` characters before anything else; a cut is shown by an ellipsis.
  public static String of(String text, int longest) {
    String clean = CleanText.of(text, longest);
    StringBuilder printable = new StringBuilder(clean.length() + 2);
    if (text.startsWith(" ")) {
      printable.append(' ');
    }
    clean
        .codePoints()
        .forEach(
            symbol -> {
              if (isPrintable(symbol)) {
                printable.appendCodePoint(symbol);
              } else {
                printable.append(String.format(Locale.ROOT, "[U+%04X]", symbol));
              }
            });
    if (text.length() > longest) {
      printable.append('…');
    } else if (text.endsWith(" ") && !clean.isEmpty()) {
      printable.append(' ');
    }
    return printable.toString();
  }

  private static boolean isPrintable(int symbol) {
    return symbol < 0x0300
        || (symbol >= 0x0370 && symbol < END_OF_CYRILLIC)
        || SYMBOLS.indexOf(symbol) >= 0;
  }
}
