package lenswacht.link.update;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The number of a version: up to four numbers between dots, and a revision behind a dash. Numbers
/// that are not there count as 0.
///
/// @param numbers the numbers, the revision last
public record Release(List<Integer> numbers) implements Comparable<Release> {
  /// What comes before every version.
  public static final Release NONE = new Release(List.of(0, 0, 0, 0, 0));

  private static final Pattern SHAPE =
      Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}(-[0-9]{1,6})?");
  private static final int PARTS = 4;

  public Release {
    numbers = List.copyOf(numbers);
  }

  /// Reads a version such as `1.2.0` or `1.2.0-3`.
  ///
  /// @throws IllegalArgumentException if it is none
  public static Release parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no version such as 1.2.0-3");
    }
    int dash = text.indexOf('-');
    Integer[] numbers = new Integer[PARTS + 1];
    Arrays.fill(numbers, 0);
    String[] parts = (dash < 0 ? text : text.substring(0, dash)).split("\\.", PARTS);
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.valueOf(parts[i]);
    }
    numbers[PARTS] = dash < 0 ? 0 : Integer.valueOf(text.substring(dash + 1));
    return new Release(List.of(numbers));
  }

  @Override
  public int compareTo(Release other) {
    for (int i = 0; i <= PARTS; i++) {
      int order = numbers.get(i).compareTo(other.numbers.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /// As it is written, without what is 0 at its end.
  @Override
  public String toString() {
    int last = PARTS - 1;
    while (last > 0 && numbers.get(last) == 0) {
      last--;
    }
    StringBuilder text = new StringBuilder().append(numbers.getFirst());
    for (int i = 1; i <= last; i++) {
      text.append('.').append(numbers.get(i));
    }
    return numbers.get(PARTS) == 0 ? text.toString() : text + "-" + numbers.get(PARTS);
  }
}
