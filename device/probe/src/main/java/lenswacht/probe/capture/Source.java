package lenswacht.probe.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import lenswacht.observation.Bytes;

/// A stream that is read in pieces; numbers are read out of the piece at hand.
final class Source {
  private final InputStream in;
  private byte[] piece = new byte[4096];
  private int length;

  Source(InputStream in) {
    this.in = in;
  }

  /// Takes the next `wanted` octets as the piece at hand. Memory grows only as far as octets come.
  ///
  /// @return whether so many came
  boolean fill(int wanted) throws IOException {
    length = 0;
    while (length < wanted) {
      if (length == piece.length) {
        piece = Arrays.copyOf(piece, (int) Math.min(wanted, 2L * piece.length));
      }
      int read = in.read(piece, length, Math.min(wanted, piece.length) - length);
      if (read < 0) {
        return false;
      }
      length += read;
    }
    return true;
  }

  /// Leaves out the next `count` octets.
  ///
  /// @return whether so many came
  boolean skip(long count) throws IOException {
    long left = count;
    while (left > 0) {
      if (!fill((int) Math.min(left, 4096))) {
        return false;
      }
      left -= length;
    }
    return true;
  }

  /// Number of octets of the piece at hand; after a failed [#fill], of what came.
  int length() {
    return length;
  }

  long number32(int at, ByteOrder order) {
    return (long) number16(order == ByteOrder.BIG_ENDIAN ? at : at + 2, order) << 16
        | number16(order == ByteOrder.BIG_ENDIAN ? at + 2 : at, order);
  }

  int number16(int at, ByteOrder order) {
    int first = piece[at] & 0xff;
    int second = piece[at + 1] & 0xff;
    return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
  }

  int number8(int at) {
    return piece[at] & 0xff;
  }

  Bytes slice(int from, int to) {
    return Bytes.of(Arrays.copyOfRange(piece, from, to));
  }
}
