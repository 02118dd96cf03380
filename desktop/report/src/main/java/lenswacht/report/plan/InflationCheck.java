package lenswacht.report.plan;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import lenswacht.report.plan.PlanException.Reason;

/// Finds out, before anybody interprets a PDF file, to how much its compressed parts come: a small
/// file may unfold into more than a computer holds. Parts that are compressed twice are refused.
final class InflationCheck {
  /// Most bytes that all parts may come to.
  static final long MOST = 512L << 20;

  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  private static final byte[] ENCRYPT = {'/', 'E', 'n', 'c', 'r', 'y', 'p', 't'};

  private final byte[] chunk = new byte[1 << 16];
  private long left = MOST;

  private InflationCheck() {}

  /// Looks through the bytes of a PDF file.
  ///
  /// @throws PlanException if they unfold into too much, or are locked with a password
  static void require(byte[] octets) throws PlanException {
    InflationCheck check = new InflationCheck();
    for (int at = 0; at < octets.length; at++) {
      if (octets[at] == '/' && stands(octets, ENCRYPT, at)) {
        throw new PlanException(
            Reason.LOCKED, "this PDF file is locked; save a copy without a password");
      }
      if (octets[at] == 's' && stands(octets, STREAM, at)) {
        int from = at + STREAM.length;
        while (from < octets.length && (octets[from] == '\r' || octets[from] == '\n')) {
          from++;
        }
        check.unfold(octets, from, octets.length - from);
      }
    }
  }

  private static boolean stands(byte[] octets, byte[] word, int at) {
    return at + word.length <= octets.length
        && java.util.Arrays.equals(octets, at, at + word.length, word, 0, word.length);
  }

  /// Whether these bytes begin as zlib does: method 8, and a header that is a multiple of 31.
  private static boolean isCompressed(byte[] octets, int from, int length) {
    return length > 2
        && (octets[from] & 0x0f) == 8
        && ((octets[from] & 0xff) << 8 | octets[from + 1] & 0xff) % 31 == 0;
  }

  private void unfold(byte[] octets, int from, int length) throws PlanException {
    if (!isCompressed(octets, from, length)) {
      return;
    }
    byte[] first = new byte[4];
    int kept = 0;
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(octets, from, length);
      while (!inflater.finished()) {
        int got = inflater.inflate(chunk);
        if (got == 0) {
          break;
        }
        left -= got;
        if (left < 0) {
          throw new PlanException(
              Reason.TOO_LARGE,
              "this PDF file unfolds into more than %d megabytes".formatted(MOST >> 20));
        }
        int copied = Math.min(got, first.length - kept);
        System.arraycopy(chunk, 0, first, kept, copied);
        kept += copied;
      }
    } catch (DataFormatException notCompressed) {
      return;
    } finally {
      inflater.end();
    }
    if (isCompressed(first, 0, kept)) {
      throw new PlanException(
          Reason.TOO_LARGE, "a part of this PDF file is compressed more than once");
    }
  }
}
