package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Lets a journal through to its reader and holds back a copy, so that each line can be kept as it
/// came once the reader has found it good.
final class LineTap extends InputStream {
  private final InputStream in;
  private byte[] held = new byte[1 << 17];
  private int from;
  private int to;

  LineTap(InputStream in) {
    this.in = in;
  }

  /// The next `octets` octets that were let through, without the line feed at their end.
  byte[] takeLine(int octets) {
    byte[] line = Arrays.copyOfRange(held, from, from + octets - 1);
    from += octets;
    return line;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count > 0) {
      hold(into, offset, count);
    }
    return count;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void hold(byte[] octets, int offset, int count) {
    if (to + count > held.length) {
      System.arraycopy(held, from, held, 0, to - from);
      to -= from;
      from = 0;
      if (to + count > held.length) {
        held = Arrays.copyOf(held, Math.max(held.length * 2, to + count));
      }
    }
    System.arraycopy(octets, offset, held, to, count);
    to += count;
  }
}
