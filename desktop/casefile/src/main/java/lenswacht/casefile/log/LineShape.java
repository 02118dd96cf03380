package lenswacht.casefile.log;

import org.jspecify.annotations.Nullable;

/// How the lines of one form of log are read. Most lines are of no interest: [#name] says what was
/// asked for and is as short as can be; [#rest] is called where that is of interest.
interface LineShape {
  /// What a line turned out to be.
  enum Kind {
    /// It says what was asked for; `fields` tells where.
    NAMED,
    /// It says which address was reached; `fields` tells where, in place of a name.
    REACHED,
    /// A line of such a log that asks for nothing.
    OTHER,
    /// It is no line of such a log, or a part of one.
    BROKEN
  }

  /// Finds what was asked for in the octets from `from` up to `to`, without the line's end.
  Kind name(byte[] line, int from, int to, Fields fields);

  /// Finds who asked, and when. Returns what is wrong with the line, or null where nothing is.
  @Nullable String rest(byte[] line, int from, int to, Fields fields);

  /// Where the time of a line stands, of whatever kind it is; nothing to find is told by an empty
  /// range. Most forms begin with it.
  default void time(byte[] line, int from, int to, Fields fields) {
    fields.time(line, from, Math.min(to, from + Fields.LONGEST_TIME));
  }
}
