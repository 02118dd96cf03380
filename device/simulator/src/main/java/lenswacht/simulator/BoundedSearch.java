package lenswacht.simulator;

import java.util.regex.Pattern;

/// Searches hostile text with a pattern and gives up after a fixed number of steps, so that no
/// text can keep the simulator busy.
final class BoundedSearch {
  private static final int LONGEST_TEXT = 1 << 16;
  private static final int MOST_STEPS = 4_000_000;

  private BoundedSearch() {}

  /// Whether `pattern` is found in the first 64 Ki characters of `text`; false when looking takes
  /// too many steps.
  static boolean finds(Pattern pattern, String text) {
    String head = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    try {
      return pattern.matcher(new CountedText(head)).find();
    } catch (TooManySteps gaveUp) {
      return false;
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("too many steps", null, false, false);
    }
  }

  private static final class CountedText implements CharSequence {
    private final String text;
    private int stepsLeft = MOST_STEPS;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--stepsLeft < 0) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
