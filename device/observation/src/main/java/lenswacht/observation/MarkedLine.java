package lenswacht.observation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text of a line of version 2: `NUMBER SPACE KIND SPACE BODY`.
///
/// @param sequence its number
/// @param kind what it is
/// @param body the rest
record MarkedLine(long sequence, LineKind kind, byte[] body) {
  private static final int LONGEST_NUMBER = 18;
  private static final int LONGEST_WORD = 6;
  private static final int SIGNATURE = 64;

  static MarkedLine of(byte[] text) throws MalformedFactException {
    int afterNumber = space(text, 0, LONGEST_NUMBER);
    int afterWord = space(text, afterNumber + 1, LONGEST_WORD);
    return new MarkedLine(
        number(text, afterNumber),
        LineKind.of(ascii(text, afterNumber + 1, afterWord))
            .orElseThrow(() -> new MalformedFactException("the line is of no known kind")),
        Arrays.copyOfRange(text, afterWord + 1, text.length));
  }

  private static int space(byte[] text, int from, int most) throws MalformedFactException {
    for (int at = from + 1; at < text.length && at <= from + most; at++) {
      if (text[at] == ' ') {
        return at;
      }
    }
    throw new MalformedFactException("the line has no number and kind");
  }

  private static long number(byte[] text, int end) throws MalformedFactException {
    long number = 0;
    for (int at = 0; at < end; at++) {
      if (text[at] < '0' || text[at] > '9' || (at == 0 && text[at] == '0')) {
        throw new MalformedFactException("the line has no number");
      }
      number = number * 10 + text[at] - '0';
    }
    return number;
  }

  private static String ascii(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /// The body as a signature.
  Bytes signature() throws MalformedFactException {
    try {
      Bytes octets = Bytes.fromHex(ascii(body, 0, body.length));
      if (octets.length() == SIGNATURE) {
        return octets;
      }
    } catch (IllegalArgumentException noHex) {
      // told below
    }
    throw new MalformedFactException("the line's signature has not 64 octets");
  }

  /// The text of such a line.
  static byte[] text(long sequence, LineKind kind, byte[] body) {
    byte[] head = (sequence + " " + kind.word() + " ").getBytes(StandardCharsets.US_ASCII);
    byte[] text = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, text, head.length, body.length);
    return text;
  }
}
