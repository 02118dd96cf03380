package lenswacht.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The first so many octets of something longer.
final class FirstOctets extends FilterInputStream {
  private long left;

  FirstOctets(InputStream in, long octets) {
    super(in);
    left = octets;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0) {
      return length == 0 ? 0 : -1;
    }
    int count = super.read(into, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }
}
