package lenswacht.product;

import java.util.Locale;

/// How alike two spellings of a name are.
final class Spelling {
  private static final int LONGEST = 80;

  private Spelling() {}

  /// Lower case, with every run of other characters than letters and digits as one blank.
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char symbol : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(symbol)) {
        plain.append(symbol);
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().strip();
  }

  /// 1 for the same text, 0 for nothing in common: the share of letters that need not change. Two
  /// neighbouring letters in the wrong order count as one change.
  static double likeness(String one, String other) {
    if (one.length() > LONGEST || other.length() > LONGEST) {
      return 0;
    }
    int longest = Math.max(one.length(), other.length());
    return longest == 0 ? 1 : 1 - (double) changes(one, other) / longest;
  }

  private static int changes(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + same);
        boolean isSwapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (isSwapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}
