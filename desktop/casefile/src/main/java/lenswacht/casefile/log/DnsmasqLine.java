package lenswacht.casefile.log;

import org.jspecify.annotations.Nullable;

/// A line of dnsmasq: `Nov 21 07:03:27 dnsmasq[123]: query[A] name from 10.1.2.3`. Lines that tell
/// what was passed on or answered say nothing of who asked.
final class DnsmasqLine implements LineShape {
  private static final byte[] QUERY = Scan.ascii("query[");
  private static final byte[] FROM = Scan.ascii(" from ");

  private int behind;

  @Override
  public Kind name(byte[] line, int from, int to, Fields fields) {
    int bracket = Scan.find(line, from, to, '[');
    while (bracket < to && !Scan.isAt(line, bracket - QUERY.length + 1, to, QUERY)) {
      bracket = Scan.find(line, bracket + 1, to, '[');
    }
    if (bracket == to) {
      return Kind.OTHER;
    }
    int close = Scan.find(line, bracket, to, ']');
    if (close + 2 >= to || line[close + 1] != ' ') {
      return Kind.BROKEN;
    }
    behind = Scan.find(line, close + 2, to, ' ');
    if (behind == to) {
      return Kind.BROKEN;
    }
    fields.name(line, close + 2, behind);
    return Kind.NAMED;
  }

  @Override
  public @Nullable String rest(byte[] line, int from, int to, Fields fields) {
    if (!Scan.isAt(line, behind, to, FROM)) {
      return "it does not say who asked";
    }
    int client = behind + FROM.length;
    fields.client(line, client, Scan.find(line, client, to, ' '));
    return null;
  }
}
