package lenswacht.probe.snmp;

import lenswacht.observation.Bytes;

/// A walk through tags, lengths and values as SNMP writes them (BER, definite lengths).
final class Ber {
  private final Bytes bytes;
  private final int end;
  private int at;

  /// @param bytes where the values stand
  /// @param from the first octet that is read
  /// @param end the first octet that is not
  Ber(Bytes bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /// One value.
  ///
  /// @param tag its tag
  /// @param from where its octets begin
  /// @param to where they end
  record Value(int tag, int from, int to) {
    int length() {
      return to - from;
    }
  }

  /// The octets are no BER, or not what was looked for.
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String why) {
      super(why, null, false, false);
    }
  }

  boolean hasNext() {
    return at < end;
  }

  /// The next value, whatever its tag.
  Value next() throws MalformedException {
    if (end - at < 2) {
      throw new MalformedException("a value is cut before its length");
    }
    int tag = bytes.at(at++);
    int length = bytes.at(at++);
    if (length >= 0x80) {
      length = longLength(length - 0x80);
    }
    if (length > end - at) {
      throw new MalformedException("a value is shorter than its length says");
    }
    Value value = new Value(tag, at, at + length);
    at += length;
    return value;
  }

  private int longLength(int octets) throws MalformedException {
    if (octets < 1 || octets > 2 || octets > end - at) {
      throw new MalformedException("a length has no octet, or more than two");
    }
    int length = 0;
    for (int i = 0; i < octets; i++) {
      length = length << 8 | bytes.at(at++);
    }
    return length;
  }

  /// The next value, which must have `tag`.
  Value next(int tag) throws MalformedException {
    Value value = next();
    if (value.tag != tag) {
      throw new MalformedException("tag %02x where %02x should be".formatted(value.tag, tag));
    }
    return value;
  }

  /// What stands inside `value`.
  Ber inside(Value value) {
    return new Ber(bytes, value.from, value.to);
  }
}
