package lenswacht.knowledge;

import java.io.Serial;

/// A file of an edition cannot be used: what is wrong, and where.
public final class PackException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String file;
  private final long line;

  /// @param file name within the edition
  /// @param line line number, 1 for the first; 0 where the file as a whole is meant
  /// @param reason what is wrong, a sentence without full stop
  public PackException(String file, long line, String reason) {
    super(file + (line == 0 ? "" : ":" + line) + ": " + reason);
    this.file = file;
    this.line = line;
  }

  /// Name of the file within the edition.
  public String file() {
    return file;
  }

  /// Line number, 1 for the first; 0 where the file as a whole is meant.
  public long line() {
    return line;
  }
}
