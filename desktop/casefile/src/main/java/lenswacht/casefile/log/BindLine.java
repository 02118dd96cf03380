package lenswacht.casefile.log;

import org.jspecify.annotations.Nullable;

/// A line of BIND's query log:
/// `21-Nov-2026 07:03:27.123 queries: info: client @0x7f 10.1.2.3#5353 (name): query: name IN A +`.
final class BindLine implements LineShape {
  private static final byte[] QUERY = Scan.ascii(": query: ");

  private int hash;

  @Override
  public Kind name(byte[] line, int from, int to, Fields fields) {
    hash = Scan.find(line, from, to, '#');
    if (hash == to) {
      return Kind.OTHER;
    }
    int at = hash + 1;
    while (at < to && line[at] >= '0' && line[at] <= '9') {
      at++;
    }
    if (at == to) {
      return Kind.BROKEN;
    }
    if (line[at] == ' ' && at + 1 < to && line[at + 1] == '(') {
      int name = at + 2;
      int end = Scan.find(line, name, to, ')');
      while (end < to && isEscaped(line, name, end)) {
        end = Scan.find(line, end + 1, to, ')');
      }
      if (end == to) {
        return Kind.BROKEN;
      }
      at = end + 1;
    }
    if (!Scan.isAt(line, at, to, QUERY)) {
      at = behindView(line, at, to);
      if (at == to) {
        return Kind.OTHER;
      }
    }
    int name = at + QUERY.length;
    int end = Scan.find(line, name, to, ' ');
    if (end == to) {
      return Kind.BROKEN;
    }
    fields.name(line, name, end);
    return Kind.NAMED;
  }

  private static int behindView(byte[] line, int at, int to) {
    return at < to && line[at] == ':' ? Scan.find(line, at, to, QUERY) : to;
  }

  private static boolean isEscaped(byte[] text, int from, int at) {
    int slashes = 0;
    while (at - 1 - slashes >= from && text[at - 1 - slashes] == '\\') {
      slashes++;
    }
    return (slashes & 1) == 1;
  }

  @Override
  public @Nullable String rest(byte[] line, int from, int to, Fields fields) {
    int start = hash;
    while (start > from && line[start - 1] != ' ') {
      start--;
    }
    fields.client(line, start, hash);
    return null;
  }
}
