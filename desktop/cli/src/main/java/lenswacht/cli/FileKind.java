package lenswacht.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a file is, by how it begins.
enum FileKind {
  /// A case file.
  CASE("SQLite format 3"),
  /// A PDF.
  PDF("%PDF-"),
  /// An archive: a bundle of evidence, a spreadsheet, a text document.
  ARCHIVE("PK\003\004"),
  /// A certificate of erasure.
  ERASURE("LENSWACHT ERASURE"),
  /// Anything else.
  OTHER("");

  private static final int LONGEST = 32;

  private final String beginning;

  FileKind(String beginning) {
    this.beginning = beginning;
  }

  /// @throws IOException if the file cannot be read
  static FileKind of(Path file) throws IOException {
    String there;
    try (InputStream in = Files.newInputStream(file)) {
      there = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
    }
    for (FileKind kind : values()) {
      if (there.startsWith(kind.beginning)) {
        return kind;
      }
    }
    return OTHER;
  }
}
