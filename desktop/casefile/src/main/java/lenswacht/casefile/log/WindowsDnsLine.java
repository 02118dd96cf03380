package lenswacht.casefile.log;

import org.jspecify.annotations.Nullable;

/// A line of the debug log of the DNS server of Windows: `21-11-2026 07:03:27 0E94 PACKET 0000AB
/// UDP Rcv 10.1.2.3 0002 Q [0001 D NOERROR] A (3)www(2)nl(0)`. Only questions that came in count.
final class WindowsDnsLine implements LineShape {
  private static final byte[] RECEIVED = Scan.ascii(" Rcv ");
  private static final byte[] PACKET = Scan.ascii(" PACKET ");
  private static final int LONGEST_NAME = 255;

  private final byte[] dotted = new byte[LONGEST_NAME + 1];
  private int client;
  private int clientEnd;

  @Override
  public Kind name(byte[] line, int from, int to, Fields fields) {
    int received = Scan.find(line, from, to, RECEIVED);
    if (received == to) {
      return Kind.OTHER;
    }
    client = Scan.skipBlanks(line, received + RECEIVED.length, to);
    clientEnd = Scan.find(line, client, to, ' ');
    int id = Scan.skipBlanks(line, clientEnd, to);
    int flag = Scan.skipBlanks(line, Scan.find(line, id, to, ' '), to);
    int close = Scan.find(line, flag, to, ']');
    if (close == to) {
      return Kind.BROKEN;
    }
    if (line[flag] == 'R') {
      return Kind.OTHER;
    }
    int open = Scan.find(line, close, to, '(');
    int length = dotted(line, open, to);
    if (length < 0) {
      return Kind.BROKEN;
    }
    fields.name(dotted, 0, length);
    return Kind.NAMED;
  }

  /// Writes labels that stand behind their lengths in brackets as a name; its length, or -1. A dot
  /// within a label is written with a backslash.
  private int dotted(byte[] line, int from, int to) {
    int at = from;
    int out = 0;
    while (at < to && line[at] == '(') {
      int length = 0;
      int digits = at + 1;
      while (digits < to && digits < at + 3 && line[digits] >= '0' && line[digits] <= '9') {
        length = length * 10 + line[digits] - '0';
        digits++;
      }
      if (digits == at + 1 || digits >= to || line[digits] != ')') {
        return -1;
      }
      if (length == 0) {
        return out;
      }
      at = digits + 1;
      if (at + length > to || out + 2 * length + 1 > LONGEST_NAME) {
        return -1;
      }
      if (out > 0) {
        dotted[out++] = '.';
      }
      for (int i = 0; i < length; i++) {
        if (line[at + i] == '.') {
          dotted[out++] = '\\';
        }
        dotted[out++] = line[at + i];
      }
      at += length;
    }
    return -1;
  }

  @Override
  public @Nullable String rest(byte[] line, int from, int to, Fields fields) {
    fields.client(line, client, clientEnd);
    return null;
  }

  @Override
  public void time(byte[] line, int from, int to, Fields fields) {
    int packet = Scan.find(line, from, to, PACKET);
    int end = packet;
    while (end > from && line[end - 1] != ' ') {
      end--;
    }
    fields.time(line, from, packet == to ? from : end);
  }
}
