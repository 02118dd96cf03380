package lenswacht.casefile.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A line of columns under a heading. A cell in quotation marks ends on its own line. What a column
/// holds is told by its heading, in any case, without blanks, dashes and underscores.
final class CsvLine implements LineShape {
  private static final List<String> NAMES =
      List.of(
          "query",
          "queryname",
          "qname",
          "dnsquery",
          "domain",
          "domainname",
          "hostname",
          "fqdn",
          "servername",
          "sni",
          "host",
          "destinationhost",
          "dsthost",
          "desthost",
          "url",
          "name",
          "destination",
          "dst");
  private static final List<String> CLIENTS =
      List.of(
          "client",
          "clientip",
          "clientaddress",
          "cip",
          "src",
          "srcip",
          "source",
          "sourceip",
          "sourceaddress",
          "srcaddr",
          "id.origh",
          "ip",
          "ipaddress",
          "requester");
  private static final List<String> TIMES =
      List.of("time", "timestamp", "datetime", "date", "timecreated", "ts", "eventtime", "when");
  private static final byte[] SCHEME = Scan.ascii("://");
  private static final int MOST_COLUMNS = 256;

  private final int[] starts = new int[MOST_COLUMNS];
  private final int[] ends = new int[MOST_COLUMNS];
  private boolean isHeadRead;
  private char separator = ',';
  private int nameColumn = -1;
  private int clientColumn = -1;
  private int timeColumn = -1;
  private int last = -1;

  @Override
  public Kind name(byte[] line, int from, int to, Fields fields) {
    if (!isHeadRead) {
      isHeadRead = true;
      head(line, from, to);
      return isReadable() ? Kind.OTHER : Kind.BROKEN;
    }
    if (from == to) {
      return Kind.OTHER;
    }
    if (!isReadable() || !cells(line, from, to)) {
      return Kind.BROKEN;
    }
    int start = starts[nameColumn];
    int end = ends[nameColumn];
    int scheme = Scan.find(line, start, end, SCHEME);
    if (scheme < end) {
      start = scheme + SCHEME.length;
      end = Scan.find(line, start, end, '/');
      start = Math.min(end, afterUser(line, start, end));
      end = Scan.find(line, start, end, ':');
    }
    fields.name(line, start, end);
    return Kind.NAMED;
  }

  private static int afterUser(byte[] line, int start, int end) {
    int user = Scan.find(line, start, end, '@');
    return user == end ? start : user + 1;
  }

  private boolean isReadable() {
    return nameColumn >= 0 && clientColumn >= 0;
  }

  private void head(byte[] line, int from, int to) {
    String text = new String(line, from, to - from, StandardCharsets.UTF_8);
    separator = text.indexOf(';') >= 0 ? ';' : text.indexOf('\t') >= 0 ? '\t' : ',';
    List<String> titles = new ArrayList<>();
    for (String title : text.split(separator + "", MOST_COLUMNS)) {
      titles.add(title.toLowerCase(Locale.ROOT).replaceAll("[\"\\s_-]", ""));
    }
    nameColumn = column(titles, NAMES);
    clientColumn = column(titles, CLIENTS);
    timeColumn = column(titles, TIMES);
    last = Math.max(nameColumn, Math.max(clientColumn, timeColumn));
  }

  private static int column(List<String> titles, List<String> wanted) {
    return wanted.stream()
        .mapToInt(titles::indexOf)
        .filter(column -> column >= 0)
        .findFirst()
        .orElse(-1);
  }

  private boolean cells(byte[] line, int from, int to) {
    int at = from;
    for (int i = 0; i <= last; i++) {
      if (at > to) {
        return false;
      }
      if (at < to && line[at] == '"') {
        int close = Scan.find(line, at + 1, to, '"');
        while (close + 1 < to && line[close + 1] == '"') {
          close = Scan.find(line, close + 2, to, '"');
        }
        if (close == to) {
          return false;
        }
        starts[i] = at + 1;
        ends[i] = close;
        at = Scan.find(line, close, to, separator) + 1;
      } else {
        starts[i] = at;
        ends[i] = Scan.find(line, at, to, separator);
        at = ends[i] + 1;
      }
    }
    return true;
  }

  @Override
  public @Nullable String rest(byte[] line, int from, int to, Fields fields) {
    fields.client(line, starts[clientColumn], ends[clientColumn]);
    return null;
  }

  @Override
  public void time(byte[] line, int from, int to, Fields fields) {
    if (isReadable() && timeColumn >= 0 && cells(line, from, to)) {
      fields.time(line, starts[timeColumn], ends[timeColumn]);
    } else {
      fields.time(line, from, from);
    }
  }
}
