package lenswacht.report.export;

import java.util.Locale;
import java.util.Optional;

/// The formats in which a case can be written.
public enum Format {
  /// For archives and for reading: PDF/A-3a and PDF/UA-1.
  PDF("pdf"),
  /// For editing, as a derived copy.
  ODT("odt"),
  /// Tables for Excel.
  XLSX("xlsx"),
  /// Tables for LibreOffice.
  ODS("ods"),
  /// Tables as plain text, a file for each.
  CSV("csv"),
  /// Assessment results for other programs.
  OSCAL("json"),
  /// The inventory for other programs.
  CYCLONEDX("json");

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  /// How names of its files end.
  public String ending() {
    return ending;
  }

  /// As commands write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format with this word.
  public static Optional<Format> of(String word) {
    for (Format format : values()) {
      if (format.word().equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
