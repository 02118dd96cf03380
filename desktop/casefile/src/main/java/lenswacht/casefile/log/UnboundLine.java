package lenswacht.casefile.log;

import org.jspecify.annotations.Nullable;

/// A line of Unbound: `[1700000000] unbound[12:0] info: 10.1.2.3 name. A IN`, with `query: ` or
/// `reply: ` in front of the client where it is told to. Where both queries and replies are logged,
/// only the lines marked as queries count.
final class UnboundLine implements LineShape {
  private static final byte[] MARK = Scan.ascii("info: ");
  private static final byte[] QUERY = Scan.ascii("query: ");
  private static final byte[] REPLY = Scan.ascii("reply: ");

  private boolean areMarked;
  private int client;
  private int behind;

  @Override
  public Kind name(byte[] line, int from, int to, Fields fields) {
    int mark = Scan.find(line, from, to, MARK);
    if (mark == to) {
      return Kind.OTHER;
    }
    int at = mark + MARK.length;
    boolean query = Scan.isAt(line, at, to, QUERY);
    areMarked |= query;
    if (query) {
      at += QUERY.length;
    } else if (Scan.isAt(line, at, to, REPLY)) {
      if (areMarked) {
        return Kind.OTHER;
      }
      at += REPLY.length;
    }
    client = at;
    behind = Scan.find(line, at, to, ' ');
    int end = Scan.find(line, Math.min(behind + 1, to), to, ' ');
    if (end == to || !isAddress(line, client, behind)) {
      return Kind.OTHER;
    }
    fields.name(line, behind + 1, end);
    return Kind.NAMED;
  }

  private static boolean isAddress(byte[] line, int from, int to) {
    boolean separated = false;
    for (int i = from; i < to; i++) {
      int octet = line[i] | 0x20;
      boolean digit = (line[i] >= '0' && line[i] <= '9') || (octet >= 'a' && octet <= 'f');
      boolean separator = line[i] == '.' || line[i] == ':' || line[i] == '@';
      separated |= separator;
      if (!digit && !separator) {
        return false;
      }
    }
    return separated;
  }

  @Override
  public @Nullable String rest(byte[] line, int from, int to, Fields fields) {
    fields.client(line, client, Math.min(behind, Scan.find(line, client, behind, '@')));
    return null;
  }
}
