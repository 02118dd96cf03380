package lenswacht.casefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// A zip archive that can be written in one way only: parts stored as they are, without times and
/// extras. So every octet of it can be verified, and the same parts give the same archive.
final class StoredZip {
  private static final int PART = 0x04034b50;
  private static final int IN_DIRECTORY = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final short VERSION = 10;
  private static final short FIRST_DAY = 0x21;
  static final int MOST = 50_000;

  private final OutputStream out;
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private long at;
  private int parts;

  StoredZip(OutputStream out) {
    this.out = out;
  }

  /// Adds a part.
  ///
  /// @throws IOException if it cannot be written, or the archive would exceed 4 GB
  void add(String name, BundlePart.Content content) throws IOException {
    CRC32 sum = new CRC32();
    long octets = 0;
    try (InputStream in = content.open()) {
      byte[] piece = new byte[1 << 16];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        sum.update(piece, 0, count);
        octets += count;
      }
    }
    byte[] spelled = name.getBytes(StandardCharsets.US_ASCII);
    if (at + octets > 0xf000_0000L || ++parts > MOST) {
      throw new IOException("the archive would be too long");
    }
    directory.write(head(true, spelled, octets, sum.getValue()));
    byte[] head = head(false, spelled, octets, sum.getValue());
    out.write(head);
    try (InputStream in = content.open()) {
      in.transferTo(out);
    }
    at += head.length + octets;
  }

  private byte[] head(boolean inDirectory, byte[] name, long octets, long sum) {
    ByteBuffer head =
        ByteBuffer.allocate((inDirectory ? 46 : 30) + name.length).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(inDirectory ? IN_DIRECTORY : PART);
    if (inDirectory) {
      head.putShort(VERSION);
    }
    head.putShort(VERSION).putShort((short) 0).putShort((short) 0).putShort((short) 0);
    head.putShort(FIRST_DAY).putInt((int) sum).putInt((int) octets).putInt((int) octets);
    head.putShort((short) name.length).putShort((short) 0);
    if (inDirectory) {
      head.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) at);
    }
    return head.put(name).array();
  }

  /// Writes the directory and the end.
  void finish() throws IOException {
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(END).putShort((short) 0).putShort((short) 0);
    end.putShort((short) parts).putShort((short) parts);
    end.putInt(directory.size()).putInt((int) at).putShort((short) 0);
    directory.writeTo(out);
    out.write(end.array());
  }
}
