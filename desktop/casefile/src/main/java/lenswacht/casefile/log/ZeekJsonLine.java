package lenswacht.casefile.log;

import org.jspecify.annotations.Nullable;

/// A line of a Zeek log as a JSON object. A quotation mark inside a text stands behind a backslash,
/// so a key in quotation marks with a colon behind it can only be a key.
final class ZeekJsonLine implements LineShape {
  private static final byte[] QUERY = Scan.ascii("\"query\":\"");
  private static final byte[] SERVER = Scan.ascii("\"server_name\":\"");
  private static final byte[] HOST = Scan.ascii("\"host\":\"");
  private static final byte[] STATE = Scan.ascii("\"conn_state\":\"");
  private static final byte[] REACHED = Scan.ascii("\"id.resp_h\":\"");
  private static final byte[] CLIENT = Scan.ascii("\"id.orig_h\":\"");
  private static final byte[] TIME = Scan.ascii("\"ts\":");
  private static final byte[] ANSWERS = Scan.ascii("\"answers\":[");

  private byte[] key = QUERY;

  @Override
  public Kind name(byte[] line, int from, int to, Fields fields) {
    if (from == to) {
      return Kind.OTHER;
    }
    if (line[from] != '{' || line[to - 1] != '}') {
      return Kind.BROKEN;
    }
    int at = Scan.find(line, from, to, key);
    if (at == to) {
      at = byOtherKey(line, from, to);
    }
    if (at == to) {
      return Kind.OTHER;
    }
    int value = at + key.length;
    int end = Scan.find(line, value, to, '"');
    if (end == to) {
      return Kind.BROKEN;
    }
    fields.name(line, value, end);
    return key == REACHED ? Kind.REACHED : Kind.NAMED;
  }

  private int byOtherKey(byte[] line, int from, int to) {
    for (byte[] other : new byte[][] {QUERY, SERVER, HOST}) {
      int at = Scan.find(line, from, to, other);
      if (at < to) {
        key = other;
        return at;
      }
    }
    if (Scan.find(line, from, to, STATE) < to) {
      key = REACHED;
      return Scan.find(line, from, to, REACHED);
    }
    return to;
  }

  @Override
  public @Nullable String rest(byte[] line, int from, int to, Fields fields) {
    int client = Scan.find(line, from, to, CLIENT);
    if (client == to) {
      return "it does not say who asked";
    }
    int value = client + CLIENT.length;
    fields.client(line, value, Scan.find(line, value, to, '"'));
    int answers = Scan.find(line, from, to, ANSWERS);
    if (answers < to) {
      int list = answers + ANSWERS.length;
      fields.answers(line, list, Scan.find(line, list, to, ']'));
    }
    return null;
  }

  @Override
  public void time(byte[] line, int from, int to, Fields fields) {
    int key = Scan.find(line, from, to, TIME);
    int value = Math.min(to, key + TIME.length);
    if (value < to && line[value] == '"') {
      fields.time(line, value + 1, Scan.find(line, value + 1, to, '"'));
    } else {
      fields.time(
          line, value, Math.min(Scan.find(line, value, to, ','), Scan.find(line, value, to, '}')));
    }
  }
}
