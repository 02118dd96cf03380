package lenswacht.fingerprint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression that is compiled when it is first tried; most of a catalogue never is. Two
/// threads may both compile it, to the same effect.
final class LazyPattern {
  private final String regex;
  private volatile @Nullable Pattern compiled;

  LazyPattern(String regex) {
    this.regex = regex;
  }

  /// The expression as it is written.
  String regex() {
    return regex;
  }

  Pattern pattern() {
    Pattern known = compiled;
    if (known == null) {
      known = Pattern.compile(regex);
      compiled = known;
    }
    return known;
  }

  Matcher matcher(CharSequence text) {
    return pattern().matcher(text);
  }
}
