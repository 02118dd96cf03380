package lenswacht.fingerprint.domain;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says which name of the catalogue a host name lies at or below: label by label from the end,
/// never by a part of a label. Letters count in either case, one dot at the end does not count, and
/// the longest name wins. Works on octets as they stand in a log, and makes no objects. Safe for
/// several threads.
public final class DomainMatcher {
  /// What [#find] gives where no name of the catalogue fits.
  public static final int NONE = -1;

  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final int TABLE = 4096;
  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final byte[] LOWER = lower();

  private final DomainCatalogue catalogue;
  private final @Nullable Node[] table = new Node[TABLE];

  /// A tail of a name of the catalogue.
  private static final class Node {
    private final byte[] tail;
    private final long hash;
    private int domain = NONE;
    private boolean goesOn;
    private boolean anyLabel;

    Node(byte[] tail, long hash) {
      this.tail = tail;
      this.hash = hash;
    }
  }

  /// @param catalogue what is looked for
  public DomainMatcher(DomainCatalogue catalogue) {
    this.catalogue = catalogue;
    for (int i = 0; i < catalogue.domains().size(); i++) {
      add(catalogue.domains().get(i).suffix(), i);
    }
  }

  private void add(String suffix, int domain) {
    byte[] octets = suffix.getBytes(StandardCharsets.US_ASCII);
    for (int at = octets.length - 1; at >= 0; at--) {
      if (at == 0 || octets[at - 1] == '.') {
        Node node = node(octets, at);
        if (at == 0) {
          node.domain = domain;
        } else {
          node.goesOn = true;
          node.anyLabel |= at >= 2 && octets[at - 2] == '*';
        }
      }
    }
  }

  private Node node(byte[] octets, int from) {
    long hash = BASIS;
    for (int i = octets.length - 1; i >= from; i--) {
      hash = (hash ^ octets[i]) * PRIME;
    }
    int slot = slot(hash);
    while (table[slot] != null) {
      if (table[slot].hash == hash) {
        return table[slot];
      }
      slot = (slot + 1) % TABLE;
    }
    byte[] tail = Arrays.copyOfRange(octets, from, octets.length);
    Node node = new Node(tail, hash);
    table[slot] = node;
    return node;
  }

  private static int slot(long hash) {
    return (int) (hash ^ hash >>> 29) & (TABLE - 1);
  }

  /// The name of the catalogue with this number.
  public Domain domain(int number) {
    return catalogue.domains().get(number);
  }

  /// The name of the catalogue that `name` lies at or below.
  public Optional<Domain> find(String name) {
    byte[] octets = name.getBytes(StandardCharsets.UTF_8);
    int found = find(octets, 0, octets.length);
    return found == NONE ? Optional.empty() : Optional.of(domain(found));
  }

  /// The number of the name of the catalogue that the octets from `from` up to `to` lie at or
  /// below, or [#NONE]. A dot behind a backslash belongs to its label, as name servers write it.
  public int find(byte[] text, int from, int to) {
    int end = to > from && text[to - 1] == '.' ? to - 1 : to;
    if (end <= from || end - from > LONGEST) {
      return NONE;
    }
    long hash = BASIS;
    int found = NONE;
    int labelEnd = end;
    for (int at = end - 1; at >= from; at--) {
      int octet = LOWER[text[at] & 0xff];
      if (octet < 0) {
        return abroad(text, from, end);
      }
      hash = (hash ^ octet) * PRIME;
      if (at == from || (text[at - 1] == '.' && !isEscaped(text, from, at - 1))) {
        if (labelEnd - at > LONGEST_LABEL || octet == '.' || labelEnd <= at) {
          return NONE;
        }
        Node node = lookUp(hash, text, at, end);
        if (node == null) {
          return found;
        }
        found = node.domain == NONE ? found : node.domain;
        if (!node.goesOn) {
          return found;
        }
        if (node.anyLabel) {
          int one = behindAnyLabel(hash, text, from, at, end);
          found = one == NONE ? found : one;
        }
        labelEnd = at - 1;
      }
    }
    return found;
  }

  /// Goes on where one label may be anything: it is hashed as `*`.
  private int behindAnyLabel(long hash, byte[] text, int from, int at, int end) {
    int label = at - 2;
    while (label >= from && text[label] != '.') {
      label--;
    }
    if (label < from || label == at - 2) {
      return NONE;
    }
    long further = ((hash ^ '.') * PRIME ^ '*') * PRIME;
    further = (further ^ '.') * PRIME;
    int found = NONE;
    for (int i = label - 1; i >= from; i--) {
      int octet = LOWER[text[i] & 0xff];
      if (octet < 0) {
        return NONE;
      }
      further = (further ^ octet) * PRIME;
      if (i == from || (text[i - 1] == '.' && !isEscaped(text, from, i - 1))) {
        Node node = bySpelling(further, text, i, label, at, end);
        if (node == null || node.domain == NONE) {
          return found;
        }
        found = node.domain;
      }
    }
    return found;
  }

  private static boolean isEscaped(byte[] text, int from, int dot) {
    int slashes = 0;
    while (dot - 1 - slashes >= from && text[dot - 1 - slashes] == '\\') {
      slashes++;
    }
    return (slashes & 1) == 1;
  }

  private @Nullable Node lookUp(long hash, byte[] text, int at, int end) {
    for (int slot = slot(hash); table[slot] != null; slot = (slot + 1) % TABLE) {
      if (table[slot].hash == hash) {
        return isSame(table[slot].tail, 0, table[slot].tail.length, text, at, end)
            ? table[slot]
            : null;
      }
    }
    return null;
  }

  /// The tail that is spelt as the labels before the free one, `*`, and the labels behind it.
  private @Nullable Node bySpelling(long hash, byte[] text, int at, int label, int rest, int end) {
    for (int slot = slot(hash); table[slot] != null; slot = (slot + 1) % TABLE) {
      byte[] tail = table[slot].tail;
      if (table[slot].hash == hash) {
        int behind = tail.length - (end - rest);
        int before = label - at;
        return behind == before + 3
                && isSame(tail, 0, before, text, at, label)
                && isSame(tail, behind, tail.length, text, rest, end)
            ? table[slot]
            : null;
      }
    }
    return null;
  }

  private static boolean isSame(
      byte[] tail, int tailFrom, int tailTo, byte[] text, int from, int to) {
    if (to - from != tailTo - tailFrom) {
      return false;
    }
    for (int i = 0; i < to - from; i++) {
      if (LOWER[text[from + i] & 0xff] != tail[tailFrom + i]) {
        return false;
      }
    }
    return true;
  }

  /// A name with letters beyond ASCII, which other dots may separate, in its ASCII form (RFC 3490).
  private int abroad(byte[] text, int from, int to) {
    try {
      String name = new String(text, from, to - from, StandardCharsets.UTF_8);
      byte[] ascii = IDN.toASCII(name).getBytes(StandardCharsets.US_ASCII);
      for (byte octet : ascii) {
        if (LOWER[octet & 0xff] < 0) {
          return NONE;
        }
      }
      return find(ascii, 0, ascii.length);
    } catch (IllegalArgumentException noName) {
      return NONE;
    }
  }

  private static byte[] lower() {
    byte[] lower = new byte[256];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
    }
    return lower;
  }
}
