package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import lenswacht.observation.BlockSums;
import lenswacht.observation.Bytes;

/// What a case remembers of a file that was written from it: enough to find it again, and to say of
/// a file that was altered where. At most 16 KB, however long the file is.
///
/// @param sha256 of the whole
/// @param sums of its blocks
/// @param form how places in it are named
/// @param parts where the parts of an archive begin, in their order
record WrittenFile(Bytes sha256, BlockSums sums, Form form, List<Part> parts) {
  /// Octets in the smallest block.
  private static final int SMALLEST = 16;

  private static final int HEAD = 4096;

  /// How places in it are named.
  enum Form {
    /// By lines.
    TEXT,
    /// By its parts.
    ARCHIVE,
    /// By octets alone.
    OTHER
  }

  /// A part of an archive, up to where the next one begins.
  ///
  /// @param from its first octet, head included
  record Part(long from, String name) {}

  WrittenFile {
    parts = List.copyOf(parts);
  }

  /// A file as it lies there.
  static WrittenFile of(Path file) throws IOException {
    MessageDigest digest = RowSeals.sha256();
    BlockSums sums;
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      sums = BlockSums.of(in, Files.size(file), SMALLEST);
    }
    Form form = form(file);
    return new WrittenFile(
        Bytes.of(digest.digest()),
        sums,
        form,
        form == Form.ARCHIVE ? ZipParts.of(file) : List.of());
  }

  private static Form form(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    String begin = Bytes.of(head).latin1();
    if (begin.startsWith("PK\003\004")) {
      return Form.ARCHIVE;
    }
    return begin.startsWith("%PDF") || begin.indexOf('\0') >= 0 ? Form.OTHER : Form.TEXT;
  }
}
