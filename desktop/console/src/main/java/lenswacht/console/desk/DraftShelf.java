package lenswacht.console.desk;

import java.util.Map;

/// Where what was half filled in outlives the window.
public interface DraftShelf {
  /// What was half filled in for `about`: by form and field. Empty where nothing is kept; what
  /// cannot be read counts as nothing.
  Map<String, String> read(String about);

  /// Keeps it, instead of what was kept before; an empty one leaves nothing behind.
  void write(String about, Map<String, String> drafts);
}
