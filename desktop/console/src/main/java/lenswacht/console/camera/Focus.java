package lenswacht.console.camera;

import java.util.Locale;
import lenswacht.console.text.Phrase;

/// Which assets the table is narrowed to.
public enum Focus {
  /// Every asset.
  ALL,
  /// At least one level is high.
  GRAVE,
  /// Something that matters was not determined.
  OPEN,
  /// The label says one thing and the evidence another.
  CONTRADICTED,
  /// Nobody looked at it itself: it was seen through another only.
  UNSEEN;

  /// Whether `row` belongs to it.
  boolean covers(AssetRow row) {
    return switch (this) {
      case ALL -> true;
      case GRAVE -> row.isGrave();
      case OPEN -> row.isOpen();
      case CONTRADICTED -> row.isContradicted();
      case UNSEEN -> row.isUnseen();
    };
  }

  /// `all`, `grave` and so on.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What the choice is called.
  Phrase phrase() {
    return Phrase.of("focus." + word());
  }
}
