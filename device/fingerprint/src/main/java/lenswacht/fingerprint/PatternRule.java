package lenswacht.fingerprint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The rule that keeps patterns linear enough for hostile text: no repeated group that itself
/// repeats or offers alternatives, no back references, and on page bodies no unbounded repetition
/// at all.
final class PatternRule {
  /// Largest bound of a counted repetition.
  static final int LARGEST_COUNT = 256;

  private final String regex;
  private final boolean boundedOnly;
  private final Deque<Boolean> groupsRepeat = new ArrayDeque<>();
  private int at;

  private PatternRule(String regex, boolean boundedOnly) {
    this.regex = regex;
    this.boundedOnly = boundedOnly;
  }

  /// What is wrong with `regex`, or nothing.
  ///
  /// @param boundedOnly whether `*`, `+` and `{n,}` are refused altogether
  static Optional<String> objection(String regex, boolean boundedOnly) {
    return new PatternRule(regex, boundedOnly).walk();
  }

  private Optional<String> walk() {
    groupsRepeat.push(false);
    while (at < regex.length()) {
      Optional<String> objection = step(regex.charAt(at));
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  private Optional<String> step(char symbol) {
    return switch (symbol) {
      case '\\' -> escape();
      case '[' -> {
        skipClass();
        yield repetition(false);
      }
      case '(' -> {
        groupsRepeat.push(false);
        at++;
        skipGroupHead();
        yield Optional.empty();
      }
      case ')' -> {
        boolean repeats = groupsRepeat.size() > 1 && groupsRepeat.pop();
        at++;
        yield repetition(repeats);
      }
      case '|' -> {
        at++;
        groupsRepeat.pop();
        groupsRepeat.push(true);
        yield Optional.empty();
      }
      default -> {
        at++;
        yield repetition(false);
      }
    };
  }

  private Optional<String> escape() {
    char kind = at + 1 < regex.length() ? regex.charAt(at + 1) : ' ';
    if ((kind >= '1' && kind <= '9') || kind == 'k') {
      return Optional.of("has a back reference");
    }
    if (kind == 'Q') {
      return Optional.of("quotes with \\Q");
    }
    at += 2;
    return repetition(false);
  }

  /// Skips `?:`, `?i:`, `?<name>` and the like, whose question mark is no repetition.
  private void skipGroupHead() {
    if (at < regex.length() && regex.charAt(at) == '?') {
      at++;
      while (at < regex.length() && ":>=!)".indexOf(regex.charAt(at)) < 0) {
        at++;
      }
      if (at < regex.length() && regex.charAt(at) != ')') {
        at++;
      }
    }
  }

  private void skipClass() {
    int depth = 0;
    do {
      char symbol = regex.charAt(at);
      if (symbol == '\\') {
        at++;
      } else if (symbol == '[') {
        depth++;
      } else if (symbol == ']') {
        depth--;
      }
      at++;
    } while (at < regex.length() && depth > 0);
  }

  /// Reads the repetition that follows an atom; `inner` says whether the atom is a group that
  /// repeats or chooses inside.
  private Optional<String> repetition(boolean inner) {
    boolean repeats = inner;
    while (at < regex.length() && "*+?{".indexOf(regex.charAt(at)) >= 0) {
      char symbol = regex.charAt(at);
      int end = symbol == '{' ? regex.indexOf('}', at) + 1 : at + 1;
      if (end <= at) {
        return Optional.of("has an unclosed brace");
      }
      String mark = regex.substring(at, end);
      at = end;
      boolean unbounded = symbol == '*' || symbol == '+' || mark.endsWith(",}");
      if (unbounded && boundedOnly) {
        return Optional.of("repeats without a bound");
      }
      if (largest(mark) > LARGEST_COUNT) {
        return Optional.of("counts beyond " + LARGEST_COUNT);
      }
      if (symbol != '?' && inner) {
        return Optional.of("repeats a group that repeats inside");
      }
      repeats |= symbol != '?';
    }
    if (repeats) {
      groupsRepeat.pop();
      groupsRepeat.push(true);
    }
    return Optional.empty();
  }

  private static int largest(String mark) {
    int largest = 0;
    for (String number : mark.replaceAll("[{}*+?]", "").split(",", -1)) {
      if (!number.isEmpty()) {
        largest =
            Math.max(largest, number.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(number));
      }
    }
    return largest;
  }
}
