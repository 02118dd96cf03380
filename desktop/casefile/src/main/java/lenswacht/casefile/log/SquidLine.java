package lenswacht.casefile.log;

import org.jspecify.annotations.Nullable;

/// A line of Squid's own access log: `1700000000.123 45 10.1.2.3 TCP_TUNNEL/200 3912 CONNECT
/// host:443 - HIER_DIRECT/1.2.3.4 -`. Of the address that was asked for nothing but the host is
/// looked at; who was logged in is not.
final class SquidLine implements LineShape {
  private static final byte[] SCHEME = Scan.ascii("://");
  private static final int URL = 6;

  private final int[] starts = new int[URL + 1];
  private final int[] ends = new int[URL + 1];

  @Override
  public Kind name(byte[] line, int from, int to, Fields fields) {
    int at = from;
    for (int i = 0; i <= URL; i++) {
      starts[i] = Scan.skipBlanks(line, at, to);
      ends[i] = at = Scan.find(line, starts[i], to, ' ');
      if (starts[i] == to) {
        return i == 0 ? Kind.OTHER : Kind.BROKEN;
      }
    }
    int slash = Scan.find(line, starts[3], ends[3], '/');
    if (slash == ends[3]) {
      return Kind.BROKEN;
    }
    int url = starts[URL];
    int end = ends[URL];
    int scheme = Scan.find(line, url, end, SCHEME);
    int host = scheme == end ? url : scheme + SCHEME.length;
    end = Scan.find(line, host, end, '/');
    end = Scan.find(line, host, end, '?');
    int user = Scan.find(line, host, end, '@');
    while (user < end) {
      host = user + 1;
      user = Scan.find(line, host, end, '@');
    }
    fields.name(line, host, Scan.find(line, host, end, ':'));
    return Kind.NAMED;
  }

  @Override
  public @Nullable String rest(byte[] line, int from, int to, Fields fields) {
    fields.client(line, starts[2], ends[2]);
    return null;
  }
}
