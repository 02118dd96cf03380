package lenswacht.link.serial;

import java.util.Arrays;

/// A Reed-Solomon code over GF(256): adds check octets to a word, from which wrong octets, wherever
/// they stand, can be found and put right. The field is that of x^8 + x^4 + x^3 + x^2 + 1, the
/// generator polynomial has the roots a^0, a^1 ...: the code of the QR symbol (ISO/IEC 18004).
///
/// A word shorter than [#LONGEST_WORD] stands for one with zeros in front.
///
/// Immutable.
final class ReedSolomon {
  /// Octets of the longest word, check octets included.
  static final int LONGEST_WORD = 255;

  private static final int FIELD = 0x11d;
  private static final int[] POWER = new int[2 * 255];
  private static final int[] LOGARITHM = new int[256];

  static {
    int power = 1;
    for (int exponent = 0; exponent < 255; exponent++) {
      POWER[exponent] = power;
      POWER[exponent + 255] = power;
      LOGARITHM[power] = exponent;
      power <<= 1;
      power ^= power > 255 ? FIELD : 0;
    }
  }

  private final int checks;

  /// For every octet its product with the generator polynomial, leading term left out.
  private final int[][] feedback;

  /// For every root its product with every octet.
  private final int[][] timesRoot;

  /// @param checks how many check octets a word has; half as many wrong octets can be put right
  ReedSolomon(int checks) {
    if (checks < 0 || checks >= LONGEST_WORD) {
      throw new IllegalArgumentException("a word has 0 to 254 check octets");
    }
    this.checks = checks;
    int[] generator = {1};
    for (int root = 0; root < checks; root++) {
      int[] next = Arrays.copyOf(generator, generator.length + 1);
      for (int at = 0; at < generator.length; at++) {
        next[at + 1] ^= product(generator[at], POWER[root]);
      }
      generator = next;
    }
    feedback = new int[256][checks];
    timesRoot = new int[checks][256];
    for (int octet = 0; octet < 256; octet++) {
      for (int at = 0; at < checks; at++) {
        feedback[octet][at] = product(octet, generator[at + 1]);
        timesRoot[at][octet] = product(octet, POWER[at]);
      }
    }
  }

  private static int product(int left, int right) {
    return left == 0 || right == 0 ? 0 : POWER[LOGARITHM[left] + LOGARITHM[right]];
  }

  private static int quotient(int left, int right) {
    return left == 0 ? 0 : POWER[LOGARITHM[left] + 255 - LOGARITHM[right]];
  }

  /// a to the power of `exponent`, which is not negative.
  private static int power(int exponent) {
    return POWER[exponent % 255];
  }

  /// Check octets of a word.
  int checks() {
    return checks;
  }

  /// Writes the check octets of a word behind its other octets.
  ///
  /// @param length octets of the word without its check octets
  void protect(byte[] octets, int from, int length) {
    if (checks == 0) {
      return;
    }
    int[] rest = new int[checks];
    for (int at = from; at < from + length; at++) {
      int[] row = feedback[(octets[at] & 0xff) ^ rest[0]];
      for (int term = 0; term < checks - 1; term++) {
        rest[term] = rest[term + 1] ^ row[term];
      }
      rest[checks - 1] = row[checks - 1];
    }
    for (int check = 0; check < checks; check++) {
      octets[from + length + check] = (byte) rest[check];
    }
  }

  /// Puts the wrong octets of a word right. A word that is too wrong is left as it is, or, rarely,
  /// turned into another proper word: what must be right needs a sum of its own.
  ///
  /// @param length octets of the word with its check octets
  /// @return how many octets were wrong, or -1 if there are too many
  int mend(byte[] octets, int from, int length) {
    int[] syndromes = syndromes(octets, from, length);
    if (proper(syndromes)) {
      return 0;
    }
    int[] locator = locator(syndromes);
    int wrong = degree(locator);
    if (wrong == 0 || 2 * wrong > checks) {
      return -1;
    }
    int[] places = places(locator, wrong, length);
    if (places.length < wrong) {
      return -1;
    }
    int[] differences = differences(locator, syndromes, places);
    change(octets, from + length - 1, places, differences);
    if (!proper(syndromes(octets, from, length))) {
      change(octets, from + length - 1, places, differences);
      return -1;
    }
    return wrong;
  }

  private static boolean proper(int[] syndromes) {
    return Arrays.stream(syndromes).allMatch(syndrome -> syndrome == 0);
  }

  private static void change(byte[] octets, int end, int[] places, int[] differences) {
    for (int at = 0; at < places.length; at++) {
      octets[end - places[at]] ^= (byte) differences[at];
    }
  }

  /// The word as a polynomial, at every root; all zero for a proper word.
  private int[] syndromes(byte[] octets, int from, int length) {
    int[] syndromes = new int[checks];
    for (int root = 0; root < checks; root++) {
      int[] row = timesRoot[root];
      int sum = 0;
      for (int at = from; at < from + length; at++) {
        sum = row[sum] ^ (octets[at] & 0xff);
      }
      syndromes[root] = sum;
    }
    return syndromes;
  }

  /// The polynomial whose roots tell where the wrong octets are (Berlekamp and Massey).
  private int[] locator(int[] syndromes) {
    int[] locator = new int[checks + 1];
    int[] before = new int[checks + 1];
    locator[0] = 1;
    before[0] = 1;
    int length = 0;
    int gap = 1;
    int last = 1;
    for (int step = 0; step < checks; step++) {
      int discrepancy = syndromes[step];
      for (int at = 1; at <= length; at++) {
        discrepancy ^= product(locator[at], syndromes[step - at]);
      }
      if (discrepancy == 0) {
        gap++;
        continue;
      }
      int[] kept = locator.clone();
      int factor = quotient(discrepancy, last);
      for (int at = 0; at + gap <= checks; at++) {
        locator[at + gap] ^= product(factor, before[at]);
      }
      if (2 * length <= step) {
        length = step + 1 - length;
        before = kept;
        last = discrepancy;
        gap = 1;
      } else {
        gap++;
      }
    }
    return locator;
  }

  private static int degree(int[] polynomial) {
    int degree = polynomial.length - 1;
    while (degree > 0 && polynomial[degree] == 0) {
      degree--;
    }
    return degree;
  }

  /// Where the wrong octets are, counted from the end of the word (Chien).
  private static int[] places(int[] locator, int wrong, int length) {
    int[] places = new int[wrong];
    int found = 0;
    for (int place = 0; place < length && found < wrong; place++) {
      int inverse = 255 - place;
      int sum = 0;
      for (int at = 0; at <= wrong; at++) {
        sum ^= locator[at] == 0 ? 0 : power(LOGARITHM[locator[at]] + at * inverse);
      }
      if (sum == 0) {
        places[found++] = place;
      }
    }
    return Arrays.copyOf(places, found);
  }

  /// By what the octets at `places` are wrong (Forney).
  private static int[] differences(int[] locator, int[] syndromes, int[] places) {
    int wrong = places.length;
    int[] evaluator = new int[wrong];
    for (int at = 0; at < wrong; at++) {
      for (int term = 0; term <= at; term++) {
        evaluator[at] ^= product(locator[term], syndromes[at - term]);
      }
    }
    int[] differences = new int[wrong];
    for (int place = 0; place < wrong; place++) {
      int inverse = 255 - places[place];
      int above = 0;
      for (int at = 0; at < wrong; at++) {
        above ^= evaluator[at] == 0 ? 0 : power(LOGARITHM[evaluator[at]] + at * inverse);
      }
      int below = 0;
      for (int at = 1; at <= wrong; at += 2) {
        below ^= locator[at] == 0 ? 0 : power(LOGARITHM[locator[at]] + (at - 1) * inverse);
      }
      differences[place] = below == 0 ? 0 : product(quotient(above, below), POWER[places[place]]);
    }
    return differences;
  }
}
