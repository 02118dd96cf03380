package lenswacht.fingerprint;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Finds texts of which every match of a regular expression must hold at least one. They let most
/// patterns be passed over without being tried. What is not understood costs time, never a match:
/// then there are no such texts and the pattern is always tried.
final class RequiredText {
  private static final String BEYOND = "xuc0pq";
  private static final int SHORTEST = 2;
  private static final int MOST = 256;
  private static final String[] LOOKS = {"(?!", "(?=", "(?<!", "(?<="};

  private final String regex;
  private int at;
  private boolean isBeyond;

  private RequiredText(String regex) {
    this.regex = regex;
  }

  /// Texts in lower case of which at least one is in whatever `regex` matches, in whatever case;
  /// empty if there are none that can be told.
  static Optional<Set<String>> of(String regex) {
    RequiredText reader = new RequiredText(lower(regex));
    Optional<Set<String>> found = reader.alternatives();
    return reader.at == regex.length() && !reader.isBeyond ? found : Optional.empty();
  }

  /// `text` with the letters A to Z in lower case.
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      lower.append(Sieve.lower(text.charAt(i)));
    }
    return lower.toString();
  }

  /// Reads up to the end or a closing parenthesis.
  private Optional<Set<String>> alternatives() {
    Set<String> all = new LinkedHashSet<>();
    boolean every = true;
    while (true) {
      Optional<Set<String>> one = sequence();
      every &= one.isPresent();
      one.ifPresent(all::addAll);
      if (at >= regex.length() || regex.charAt(at) != '|') {
        return every && all.size() <= MOST ? Optional.of(all) : Optional.empty();
      }
      at++;
    }
  }

  /// The best of what one sequence requires: the texts whose shortest is longest.
  private Optional<Set<String>> sequence() {
    Best best = new Best();
    StringBuilder run = new StringBuilder();
    while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
      char symbol = regex.charAt(at);
      if (symbol == '^' || symbol == '$') {
        at++;
      } else if (symbol == '(') {
        group(best, run);
      } else {
        Optional<String> letter = letter();
        if (letter.isPresent() && nextMayRepeat()) {
          boolean isOptional = mayBeAbsent();
          best.offer(isOptional ? run.toString() : run + letter.get());
          run.setLength(0);
          skipRepetition();
        } else if (letter.isPresent()) {
          run.append(letter.get());
        } else {
          best.offer(run.toString());
          run.setLength(0);
          skipRepetition();
        }
      }
    }
    best.offer(run.toString());
    return best.found();
  }

  private void group(Best best, StringBuilder run) {
    boolean isLook = isLook();
    at++;
    skipGroupHead();
    if (regex.charAt(at) == ')') {
      at++;
      return;
    }
    Optional<Set<String>> inside = alternatives();
    at++;
    if (!isLook) {
      best.offer(run.toString());
      run.setLength(0);
      if (!mayBeAbsent()) {
        inside.ifPresent(best::offer);
      }
    }
    skipRepetition();
  }

  private boolean isLook() {
    for (String look : LOOKS) {
      if (regex.startsWith(look, at)) {
        return true;
      }
    }
    return false;
  }

  /// Skips `?:`, `?i:`, `?<name>`, `?!` and the like.
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

  /// The character that the next atom stands for, blank for an anchor; nothing for a class.
  private Optional<String> letter() {
    char symbol = regex.charAt(at++);
    if (symbol == '[') {
      skipClass();
      return Optional.empty();
    }
    if (symbol == '\\') {
      char kind = regex.charAt(at++);
      isBeyond |= BEYOND.indexOf(kind) >= 0;
      if (kind == 'b') {
        return Optional.of("");
      }
      return Character.isLetterOrDigit(kind) ? Optional.empty() : Optional.of(kind + "");
    }
    return symbol == '.' ? Optional.empty() : Optional.of(symbol + "");
  }

  private void skipClass() {
    int depth = 1;
    while (at < regex.length() && depth > 0) {
      char symbol = regex.charAt(at++);
      if (symbol == '\\') {
        at++;
      } else if (symbol == '[') {
        depth++;
      } else if (symbol == ']') {
        depth--;
      }
    }
  }

  private boolean nextMayRepeat() {
    return at < regex.length() && "?*+{".indexOf(regex.charAt(at)) >= 0;
  }

  /// Whether the repetition that comes next allows none.
  private boolean mayBeAbsent() {
    return nextMayRepeat()
        && (regex.charAt(at) == '?' || regex.charAt(at) == '*' || regex.startsWith("{0", at));
  }

  private void skipRepetition() {
    while (nextMayRepeat()) {
      at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    }
  }

  /// The best set of texts so far.
  private static final class Best {
    private Set<String> texts = Set.of();
    private int shortest;

    void offer(String text) {
      if (text.length() >= SHORTEST && text.length() > shortest) {
        texts = Set.of(text);
        shortest = text.length();
      }
    }

    void offer(Set<String> offered) {
      int length = offered.stream().mapToInt(String::length).min().orElse(0);
      if (length >= SHORTEST && length > shortest) {
        texts = offered;
        shortest = length;
      }
    }

    Optional<Set<String>> found() {
      return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
    }
  }
}
