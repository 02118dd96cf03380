package lenswacht.knowledge;

import java.util.Locale;

/// A pattern for model numbers: `*` any characters, `?` one character, `@` one or more letters, `#`
/// one digit; everything else stands for itself, in any case.
///
/// @param pattern as written in the file
record ModelPattern(String pattern) {
  private static final int LONGEST = 64;

  /// Whether every character stands for itself.
  boolean isSpelledOut() {
    return pattern.chars().noneMatch(symbol -> "*?@#".indexOf(symbol) >= 0);
  }

  /// Whether the whole of `model` fits.
  boolean fits(String model) {
    if (model.length() > LONGEST) {
      return false;
    }
    String text = model.strip().toUpperCase(Locale.ROOT);
    String glob = pattern.toUpperCase(Locale.ROOT);
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int i = 0; i < glob.length(); i++) {
      reached = step(glob.charAt(i), text, reached);
    }
    return reached[text.length()];
  }

  private static boolean[] step(char token, String text, boolean[] before) {
    boolean[] after = new boolean[before.length];
    if (token == '*') {
      after[0] = before[0];
    }
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      after[at + 1] =
          switch (token) {
            case '*' -> before[at + 1] || after[at];
            case '@' -> Character.isLetter(here) && (before[at] || after[at]);
            case '#' -> Character.isDigit(here) && before[at];
            case '?' -> before[at];
            default -> here == token && before[at];
          };
    }
    return after;
  }
}
