package lenswacht.casefile.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Looks for octets in lines, eight at a time.
final class Scan {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Scan() {}

  /// Where `sought` is first met between `from` and `to`, or `to`.
  static int find(byte[] text, int from, int to, char sought) {
    long pattern = ONES * sought;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long differs = (long) EIGHT.get(text, at) ^ pattern;
      long zero = (differs - ONES) & ~differs & HIGHS;
      if (zero != 0) {
        return at + (Long.numberOfTrailingZeros(zero) >>> 3);
      }
    }
    for (; at < to; at++) {
      if (text[at] == sought) {
        return at;
      }
    }
    return to;
  }

  /// Where `sought` first begins between `from` and `to`, or `to`.
  static int find(byte[] text, int from, int to, byte[] sought) {
    int last = to - sought.length;
    for (int at = find(text, from, to, (char) sought[0]);
        at <= last;
        at = find(text, at + 1, to, (char) sought[0])) {
      if (isAt(text, at, to, sought)) {
        return at;
      }
    }
    return to;
  }

  /// Whether `sought` stands at `at`.
  static boolean isAt(byte[] text, int at, int to, byte[] sought) {
    if (at < 0 || to - at < sought.length) {
      return false;
    }
    for (int i = 0; i < sought.length; i++) {
      if (text[at + i] != sought[i]) {
        return false;
      }
    }
    return true;
  }

  /// The first octet from `from` on that is no blank, or `to`.
  static int skipBlanks(byte[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] == ' ') {
      at++;
    }
    return at;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
