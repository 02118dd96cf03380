package lenswacht.knowledge;

import java.io.Serial;

/// A file of an edition or a pack cannot be used: what is wrong, and where.
public final class PackException extends Exception {
  @Serial private static final long serialVersionUID = 2;

  private final String file;
  private final long line;
  private final int column;
  private final String reason;
  private boolean missing;
  private boolean seal;

  /// @param file name within the edition
  /// @param line line number, 1 for the first; 0 where the file as a whole is meant
  /// @param reason what is wrong, a sentence without full stop
  public PackException(String file, long line, String reason) {
    this(file, line, 0, reason);
  }

  /// @param file name within the edition
  /// @param line line number, 1 for the first; 0 where the file as a whole is meant
  /// @param column character within the line, 1 for the first; 0 where the line as a whole is meant
  /// @param reason what is wrong, a sentence without full stop
  public PackException(String file, long line, int column, String reason) {
    super(file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column) + ": " + reason);
    this.file = file;
    this.line = line;
    this.column = column;
    this.reason = reason;
  }

  private PackException(PackException inner, String prefix) {
    this(prefix + inner.file, inner.line, inner.column, inner.reason);
    this.missing = inner.missing;
    this.seal = inner.seal;
  }

  /// There is no such file.
  static PackException missing(String file) {
    PackException missing = new PackException(file, 0, "the file is missing");
    missing.missing = true;
    return missing;
  }

  /// The same fault in a file that lies in a folder.
  PackException under(String prefix) {
    return new PackException(this, prefix);
  }

  /// The same fault, which is that a signature does not hold.
  PackException ofSeal() {
    this.seal = true;
    return this;
  }

  /// Whether a signature does not hold, rather than that the files say something that cannot be so.
  public boolean isBrokenSeal() {
    return seal;
  }

  /// Whether there is no such file.
  boolean isMissing() {
    return missing;
  }

  /// Name of the file within the edition.
  public String file() {
    return file;
  }

  /// Line number, 1 for the first; 0 where the file as a whole is meant.
  public long line() {
    return line;
  }

  /// Character within the line, 1 for the first; 0 where the line as a whole is meant.
  public int column() {
    return column;
  }

  /// What is wrong, without where.
  public String reason() {
    return reason;
  }
}
