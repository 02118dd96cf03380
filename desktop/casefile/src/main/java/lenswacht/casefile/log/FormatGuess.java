package lenswacht.casefile.log;

import lenswacht.casefile.log.LineShape.Kind;

/// Tells the form of a log by its first lines: the one in which most of them name something.
final class FormatGuess {
  private FormatGuess() {}

  static LogFormat of(byte[] text, int from, int to, int most) throws LogException {
    LogFormat best = null;
    int bestNamed = 0;
    for (LogFormat format : LogFormat.values()) {
      int named = named(format.shape(), text, from, to, most);
      if (named > bestNamed) {
        best = format;
        bestNamed = named;
      }
    }
    if (best == null) {
      throw new LogException("the first lines are of no form of log that is known");
    }
    return best;
  }

  /// Number of lines that name something; nothing where lines are broken more often.
  private static int named(LineShape shape, byte[] text, int from, int to, int most) {
    Fields fields = new Fields();
    int named = 0;
    int broken = 0;
    int at = from;
    for (int i = 0; i < most && at < to; i++) {
      int end = Scan.find(text, at, to, '\n');
      int bare = end > at && text[end - 1] == '\r' ? end - 1 : end;
      if (bare - at <= LogReader.LONGEST_LINE) {
        Kind kind = shape.name(text, at, bare, fields);
        named += kind == Kind.NAMED || kind == Kind.REACHED ? 1 : 0;
        broken += kind == Kind.BROKEN ? 1 : 0;
      }
      at = end + 1;
    }
    return named > broken ? named : 0;
  }
}
