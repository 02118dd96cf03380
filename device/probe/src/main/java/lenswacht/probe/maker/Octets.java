package lenswacht.probe.maker;

import lenswacht.observation.Bytes;

/// Fields at fixed places of a reply. Whoever reads has made sure that the reply is long enough.
record Octets(Bytes bytes) {
  /// Text of at most `length` octets, up to the first zero.
  String text(int at, int length) {
    String text = bytes.slice(at, at + length).latin1();
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  /// Six octets as a hardware address.
  String hardware(int at) {
    return bytes.slice(at, at + 6).hex();
  }

  /// Four octets as an IPv4 address.
  String address(int at) {
    return bytes.at(at) + "." + bytes.at(at + 1) + "." + bytes.at(at + 2) + "." + bytes.at(at + 3);
  }

  /// Two octets, the high one first.
  int big16(int at) {
    return bytes.at(at) << 8 | bytes.at(at + 1);
  }

  /// Two octets, the low one first.
  int little16(int at) {
    return bytes.at(at) | bytes.at(at + 1) << 8;
  }

  /// Four octets, the low one first, unsigned.
  long little32(int at) {
    return little16(at) | (long) little16(at + 2) << 16;
  }
}
