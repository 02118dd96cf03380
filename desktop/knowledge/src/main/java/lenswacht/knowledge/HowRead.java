package lenswacht.knowledge;

import java.util.Locale;

/// How a row stands to the text it names.
public enum HowRead {
  /// It follows the text.
  TEXT,
  /// It is our reading of the text.
  OWN,
  /// The text could not be read again when the row was written.
  UNVERIFIED;

  /// As the files write it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
