package lenswacht.fingerprint;

/// Files of a catalogue are broken. It names the file and the line. Where they are the program's
/// own it stops the build, because the tests load every file.
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;

  /// @param file name of the file
  /// @param line line in it, from 1
  /// @param complaint what is wrong, as a sentence
  public CatalogueException(String file, long line, String complaint) {
    super(file + ":" + line + ": " + complaint);
    this.file = file;
    this.line = line;
  }

  /// Name of the file.
  public String file() {
    return file;
  }

  /// Line in the file, from 1.
  public long line() {
    return line;
  }
}
