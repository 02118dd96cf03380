package lenswacht.link.update;

import java.util.Arrays;
import java.util.regex.Pattern;

/// The number of a version: up to four numbers between dots, and a revision behind a dash. Numbers
/// that are not there count as 0.
///
/// @param text as it is written, such as `1.2.0` or `1.2.0-3`
public record Release(String text) implements Comparable<Release> {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}(-[0-9]{1,6})?");
  private static final int PARTS = 4;

  /// What comes before every version.
  public static final Release NONE = new Release("0");

  public Release {
    if (!isOne(text)) {
      throw new IllegalArgumentException("'" + text + "' is no version such as 1.2.0-3");
    }
  }

  /// Whether `text` is one.
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  private int[] numbers() {
    int[] numbers = new int[PARTS + 1];
    int dash = text.indexOf('-');
    String[] parts = (dash < 0 ? text : text.substring(0, dash)).split("\\.", PARTS);
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.parseInt(parts[i]);
    }
    numbers[PARTS] = dash < 0 ? 0 : Integer.parseInt(text.substring(dash + 1));
    return numbers;
  }

  @Override
  public int compareTo(Release other) {
    return Arrays.compare(numbers(), other.numbers());
  }

  @Override
  public String toString() {
    return text;
  }
}
