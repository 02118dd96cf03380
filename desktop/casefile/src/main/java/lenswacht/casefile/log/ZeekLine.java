package lenswacht.casefile.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a Zeek log in columns. The lines that begin with `#` say which column is which; a log
/// of connections has no names, but addresses that were reached.
final class ZeekLine implements LineShape {
  private static final byte[] FIELDS = Scan.ascii("#fields");
  private static final byte[] SEPARATOR = Scan.ascii("#separator \\x");
  private static final List<String> NAMES = List.of("query", "server_name", "host");
  private static final int MOST_COLUMNS = 128;

  private final int[] starts = new int[MOST_COLUMNS + 1];
  private char separator = '\t';
  private int nameColumn = -1;
  private int clientColumn = -1;
  private int timeColumn = -1;
  private int answersColumn = -1;
  private boolean isOfConnections;
  private int last = -1;

  @Override
  public Kind name(byte[] line, int from, int to, Fields fields) {
    if (from < to && line[from] == '#') {
      head(line, from, to);
      return Kind.OTHER;
    }
    if (from == to) {
      return Kind.OTHER;
    }
    if (nameColumn < 0 || clientColumn < 0) {
      return last < 0 ? Kind.BROKEN : Kind.OTHER;
    }
    if (!columns(line, from, to)) {
      return Kind.BROKEN;
    }
    fields.name(line, starts[nameColumn], end(nameColumn));
    return isOfConnections ? Kind.REACHED : Kind.NAMED;
  }

  private boolean columns(byte[] line, int from, int to) {
    starts[0] = from;
    for (int i = 0; i <= last; i++) {
      int end = Scan.find(line, starts[i], to, separator);
      if (end == to && i < last) {
        return false;
      }
      starts[i + 1] = end + 1;
    }
    return true;
  }

  private int end(int column) {
    return starts[column + 1] - 1;
  }

  private void head(byte[] line, int from, int to) {
    if (Scan.isAt(line, from, to, SEPARATOR)) {
      String hex = text(line, from + SEPARATOR.length, to);
      separator = hex.matches("[0-9a-fA-F]{2}") ? (char) Integer.parseInt(hex, 16) : '\t';
    } else if (Scan.isAt(line, from, to, FIELDS)) {
      List<String> titles =
          List.of(text(line, from, to).substring(FIELDS.length).strip().split(separator + "", -1));
      columns(titles.subList(0, Math.min(titles.size(), MOST_COLUMNS)));
    }
  }

  private void columns(List<String> titles) {
    nameColumn =
        NAMES.stream()
            .mapToInt(titles::indexOf)
            .filter(column -> column >= 0)
            .findFirst()
            .orElse(-1);
    isOfConnections = nameColumn < 0 && titles.contains("conn_state");
    if (isOfConnections) {
      nameColumn = titles.indexOf("id.resp_h");
    }
    clientColumn = titles.indexOf("id.orig_h");
    timeColumn = titles.indexOf("ts");
    answersColumn = titles.indexOf("answers");
    last = Math.max(Math.max(nameColumn, clientColumn), Math.max(timeColumn, answersColumn));
  }

  private static String text(byte[] line, int from, int to) {
    return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
  }

  @Override
  public @Nullable String rest(byte[] line, int from, int to, Fields fields) {
    fields.client(line, starts[clientColumn], end(clientColumn));
    if (answersColumn >= 0) {
      fields.answers(line, starts[answersColumn], end(answersColumn));
    }
    return null;
  }

  @Override
  public void time(byte[] line, int from, int to, Fields fields) {
    if (timeColumn >= 0 && from < to && line[from] != '#' && columns(line, from, to)) {
      fields.time(line, starts[timeColumn], end(timeColumn));
    } else {
      fields.time(line, from, from);
    }
  }
}
