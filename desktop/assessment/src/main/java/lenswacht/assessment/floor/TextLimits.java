package lenswacht.assessment.floor;

import java.util.List;

/// How long texts may be that people typed or a list brought.
final class TextLimits {
  private static final int LONGEST = 300;
  private static final int LONGEST_NOTE = 2_000;

  private TextLimits() {}

  static void checked(String... texts) {
    for (String text : texts) {
      if (text.length() > LONGEST) {
        throw new IllegalArgumentException("a text has at most " + LONGEST + " characters");
      }
    }
  }

  static void note(String note) {
    if (note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
    }
  }

  static List<String> words(List<String> words) {
    if (words.size() > 20) {
      throw new IllegalArgumentException("at most 20 words say what a camera sees");
    }
    words.forEach(TextLimits::checked);
    return words.stream().map(String::strip).filter(word -> !word.isEmpty()).distinct().toList();
  }
}
