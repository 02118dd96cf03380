package lenswacht.knowledge.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What a packed file unpacks to, as long as that is in proportion: feeds shrink to a tenth or a
/// thirtieth, and a file that shrinks to less than a two-hundredth was made to fill memory or disk.
final class Unpacked extends FilterInputStream {
  private static final long ALWAYS = 16L * 1024 * 1024;
  private static final long FACTOR = 200;

  private final long limit;
  private long given;

  Unpacked(InputStream in, long packed) {
    super(in);
    this.limit = Math.max(ALWAYS, FACTOR * packed);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    given += read;
    if (given > limit) {
      throw new IOException("it unpacks to more than " + limit + " bytes, out of all proportion");
    }
  }
}
