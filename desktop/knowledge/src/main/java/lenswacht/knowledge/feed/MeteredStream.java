package lenswacht.knowledge.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that gives only so many bytes between two fresh starts, so that no part of a file can
/// fill the memory.
final class MeteredStream extends FilterInputStream {
  private final long limit;
  private long given;

  MeteredStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /// Begins to count anew.
  void startAfresh() {
    given = 0;
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
      throw new IOException("one part is larger than " + limit + " bytes");
    }
  }
}
