package lenswacht.agent.panel;

import java.util.ArrayList;
import java.util.List;

/// Makes texts as wide as the display.
final class Fold {
  private static final String LEFT_OUT = "…";

  private Fold() {}

  /// `text`, or as much of it as `width` holds with a sign that there is more.
  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + LEFT_OUT;
  }

  /// Two texts at the ends of one line, or on lines of their own where that is too narrow.
  static List<String> pair(String left, String right, int width) {
    int between = width - left.length() - right.length();
    if (between > 0) {
      return List.of(left + " ".repeat(between) + right);
    }
    List<String> lines = new ArrayList<>(fold(left, width));
    lines.addAll(fold(right, width));
    return lines;
  }

  /// `text` in lines, broken between words; a word that is wider than a line is broken anywhere.
  static List<String> fold(String text, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split(" +")) {
      String joined = line.isEmpty() ? word : line + " " + word;
      if (joined.length() > width && !line.isEmpty()) {
        lines.add(line);
        joined = word;
      }
      while (joined.length() > width) {
        lines.add(joined.substring(0, width));
        joined = joined.substring(width);
      }
      line = joined;
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }
}
