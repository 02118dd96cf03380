package lenswacht.fingerprint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Passes over fingerprints that cannot match a text, in one walk along the text: it looks each
/// pair of characters up among the beginnings of the texts that patterns require. Made ready when
/// it is first used; two threads may both do so, to the same effect.
final class Sieve {
  private static final int BITS = 6;
  private static final int PAIRS = 1 << (2 * BITS);

  private final List<Fingerprint> all;
  private volatile @Nullable Index index;

  /// A text that the fingerprint at `index` may require, and where the next one that begins alike
  /// stands, from 1; 0 for none.
  private record Required(String text, int index, int next) {}

  /// What is looked up.
  ///
  /// @param always fingerprints that require no text
  /// @param first by pair of characters, where the first required text that begins so stands
  /// @param required every required text
  private record Index(BitSet always, short[] first, List<Required> required) {}

  Sieve(List<Fingerprint> fingerprints) {
    all = List.copyOf(fingerprints);
  }

  /// Every fingerprint.
  List<Fingerprint> all() {
    return all;
  }

  /// The fingerprints that may match `looked`, in the order of the catalogue.
  List<Fingerprint> candidates(CharSequence looked) {
    String text = looked.toString();
    Index known = index();
    BitSet may = (BitSet) known.always().clone();
    char before = text.isEmpty() ? 0 : lower(text.charAt(0));
    for (int at = 1; at < text.length(); at++) {
      char now = lower(text.charAt(at));
      int next = known.first()[pair(before, now)];
      while (next > 0) {
        Required one = known.required().get(next - 1);
        if (isAt(text, at - 1, one.text())) {
          may.set(one.index());
        }
        next = one.next();
      }
      before = now;
    }
    List<Fingerprint> candidates = new ArrayList<>(may.cardinality());
    for (int next = may.nextSetBit(0); next >= 0; next = may.nextSetBit(next + 1)) {
      candidates.add(all.get(next));
    }
    return candidates;
  }

  private Index index() {
    Index known = index;
    if (known == null) {
      known = indexed();
      index = known;
    }
    return known;
  }

  private Index indexed() {
    Index made = new Index(new BitSet(), new short[PAIRS], new ArrayList<>());
    for (int i = 0; i < all.size(); i++) {
      int number = i;
      RequiredText.of(all.get(i).pattern().regex())
          .ifPresentOrElse(
              texts -> texts.forEach(text -> require(made, text, number)),
              () -> made.always().set(number));
    }
    return made;
  }

  private static void require(Index made, String text, int number) {
    int pair = pair(text.charAt(0), text.charAt(1));
    made.required().add(new Required(text, number, made.first()[pair]));
    made.first()[pair] = (short) made.required().size();
  }

  private static boolean isAt(String text, int from, String required) {
    if (text.length() - from < required.length()) {
      return false;
    }
    for (int i = required.length() - 1; i >= 0; i--) {
      if (lower(text.charAt(from + i)) != required.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int pair(char one, char other) {
    int mask = (1 << BITS) - 1;
    return (one & mask) << BITS | (other & mask);
  }

  /// The letters A to Z in lower case, everything else as it is; like a pattern without `(?u)`.
  static char lower(char symbol) {
    return symbol >= 'A' && symbol <= 'Z' ? (char) (symbol + ('a' - 'A')) : symbol;
  }
}
