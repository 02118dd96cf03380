package lenswacht.knowledge;

import java.util.List;
import java.util.Locale;

/// How well a statement on a maker was read.
public enum Verified {
  /// In the source itself.
  READ,
  /// In somebody's account of the source.
  SECONDARY,
  /// It is generally known; no source was held against it.
  GENERAL;

  private static final List<String> LABELS = List.of("read", "secondary", "general");

  static Verified of(Row row) throws PackException {
    String label = row.oneOf("status", LABELS);
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
