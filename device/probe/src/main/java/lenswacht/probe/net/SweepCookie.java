package lenswacht.probe.net;

/// The sequence number that a sweep gives to each question: SipHash-2-4 of address and port under a
/// key that is drawn for one sweep. Only who received the question can acknowledge it, so stray and
/// forged packets do not count.
final class SweepCookie {
  private static final long LENGTH = 8L << 56;

  private final long key0;
  private final long key1;

  /// @param key0 first half of the key
  /// @param key1 second half of the key
  SweepCookie(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /// The sequence number of the question to `address` on `port`.
  int of(int address, int port) {
    long hash = sipHash((address & 0xffff_ffffL) << 16 | port);
    return (int) (hash ^ hash >>> 32);
  }

  /// SipHash-2-4 of the eight octets of `message`, little-endian.
  long sipHash(long message) {
    long v0 = key0 ^ 0x736f6d6570736575L;
    long v1 = key1 ^ 0x646f72616e646f6dL;
    long v2 = key0 ^ 0x6c7967656e657261L;
    long v3 = key1 ^ 0x7465646279746573L;
    long word = message;
    for (int step = 0; step < 8; step++) {
      if (step == 0 || step == 2) {
        word = step == 0 ? message : LENGTH;
        v3 ^= word;
      }
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
      if (step == 1 || step == 3) {
        v0 ^= word;
        v2 ^= step == 3 ? 0xff : 0;
      }
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }
}
