package lenswacht.link.serial;

/// How noisy a line is, learned from what was put right and what could not be; and how strongly to
/// guard against it. What happened lately counts most.
final class LineNoise {
  /// About this many octets are remembered.
  private static final double MEMORY = 400_000;

  /// What is believed before anything was heard: one wrong octet in 20,000, lightly.
  private static final double FIRST_OCTETS = 40_000;

  private static final double FIRST_WRONG = 2;

  /// A packet of which octets went missing cannot be put right at all, which says nothing about the
  /// others: no more of its words than this count.
  private static final int MOST_LOST = 2;

  /// Words in a long packet.
  private static final int WORDS = 24;

  private double octets = FIRST_OCTETS;
  private double wrong = FIRST_WRONG;

  /// Learns of a packet.
  ///
  /// @param length of the packet
  /// @param mended octets that were put right
  /// @param lost words that could not be put right, although `strength` wrong octets could have
  ///     been
  void heard(int length, int mended, int lost, int strength) {
    double forgotten = length / MEMORY;
    octets += length - forgotten * octets;
    wrong += mended + Math.min(lost, MOST_LOST) * (strength + 1) - forgotten * wrong;
  }

  /// How many wrong octets in a word to guard against so that the least of the line is lost to
  /// check octets and to packets that must be sent again.
  int advice() {
    double perWord = ReedSolomon.LONGEST_WORD * wrong / octets;
    double exactly = Math.exp(-perWord);
    double more = 1 - exactly;
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int strength = 0; strength <= LinePacketCodec.STRONGEST; strength++) {
      double cost =
          2.0 * strength / ReedSolomon.LONGEST_WORD + Math.min(1, WORDS * Math.max(0, more));
      if (cost < least) {
        least = cost;
        best = strength;
      }
      exactly *= perWord / (strength + 1);
      more -= exactly;
    }
    return best;
  }
}
