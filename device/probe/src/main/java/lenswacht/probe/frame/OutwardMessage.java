package lenswacht.probe.frame;

import lenswacht.observation.Bytes;

/// Messages by which a host asks somebody for the time, or for its own outside address.
public final class OutwardMessage {
  /// The port of time servers.
  public static final int TIME_PORT = 123;

  private static final int TIME_LENGTH = 48;
  private static final int CLIENT_MODE = 3;
  private static final int STUN_HEADER = 20;
  private static final long COOKIE = 0x2112a442L;
  private static final int BINDING = 1;
  private static final int ALLOCATE = 3;

  private OutwardMessage() {}

  /// Whether `bytes` ask for the time (RFC 5905).
  public static boolean asksTime(Bytes bytes) {
    int version = bytes.length() < TIME_LENGTH ? 0 : bytes.at(0) >> 3 & 7;
    return version >= 1 && version <= 4 && (bytes.at(0) & 7) == CLIENT_MODE;
  }

  /// Whether `bytes` ask under which address a host is seen, or for a relay (RFC 8489, 8656).
  public static boolean asksOwnAddress(Bytes bytes) {
    if (bytes.length() < STUN_HEADER || Octets.big32(bytes, 4) != COOKIE) {
      return false;
    }
    int type = Octets.big16(bytes, 0);
    return (type == BINDING || type == ALLOCATE)
        && Octets.big16(bytes, 2) == bytes.length() - STUN_HEADER;
  }
}
