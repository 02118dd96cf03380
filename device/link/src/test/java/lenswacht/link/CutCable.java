package lenswacht.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A cable that is cut after so many octets have come in.
final class CutCable implements Cable {
  private final Cable whole;
  private final InputStream in;
  private long left;

  CutCable(Cable whole, long octets) {
    this.whole = whole;
    this.left = octets;
    this.in =
        new FilterInputStream(whole.in()) {
          @Override
          public int read(byte[] octets, int from, int length) throws IOException {
            int count = super.read(octets, from, (int) Math.min(length, Math.max(1, left)));
            left -= Math.max(0, count);
            if (left <= 0) {
              CutCable.this.close();
              throw new IOException("the cable was cut");
            }
            return count;
          }
        };
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public OutputStream out() {
    return whole.out();
  }

  @Override
  public String description() {
    return "cut " + whole.description();
  }

  @Override
  public void close() throws IOException {
    whole.close();
  }
}
