package lenswacht.link.serial;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import lenswacht.observation.Bytes;

/// Writes and reads packets: kind (1 octet: 1 to 4), from, to, sequence, expected (4 octets each,
/// highest first), payload, CRC-32C over all of that (RFC 3385; 4 octets, highest first); the
/// whole without zero octets by consistent overhead byte stuffing, and a zero octet behind it. A
/// reader that has lost its place finds it again at the next zero.
public final class LinePacketCodec {
  /// Longest packet before stuffing, in octets.
  private static final int LONGEST_BARE = 1 + 16 + LinePacket.LONGEST + 4;

  private static final int SHORTEST_BARE = 1 + 16 + 4;

  /// Longest packet after stuffing, without its closing zero, in octets.
  static final int LONGEST_STUFFED = LONGEST_BARE + LONGEST_BARE / 254 + 1;

  private LinePacketCodec() {}

  /// The octets of `packet`, closing zero included.
  public static byte[] write(LinePacket packet) {
    ByteBuffer bare = ByteBuffer.allocate(SHORTEST_BARE + packet.payload().length());
    bare.put((byte) packet.kind().octet());
    bare.putInt(packet.from()).putInt(packet.to());
    bare.putInt(packet.sequence()).putInt(packet.expected());
    bare.put(packet.payload().toArray());
    bare.putInt(crc(bare.array(), bare.position()));
    return stuffed(bare.array());
  }

  private static int crc(byte[] octets, int length) {
    CRC32C crc = new CRC32C();
    crc.update(octets, 0, length);
    return (int) crc.getValue();
  }

  private static byte[] stuffed(byte[] bare) {
    ByteBuffer out = ByteBuffer.allocate(bare.length + bare.length / 254 + 2);
    int codeAt = 0;
    out.put((byte) 0);
    int code = 1;
    for (byte octet : bare) {
      if (octet != 0) {
        out.put(octet);
        code++;
      }
      if (octet == 0 || code == 255) {
        out.put(codeAt, (byte) code);
        codeAt = out.position();
        out.put((byte) 0);
        code = 1;
      }
    }
    out.put(codeAt, (byte) code);
    out.put((byte) 0);
    byte[] octets = new byte[out.position()];
    out.get(0, octets);
    return octets;
  }

  /// The packet in `stuffed` (without its closing zero), or empty if it was damaged on the way.
  public static Optional<LinePacket> parse(Bytes stuffed) {
    if (stuffed.length() > LONGEST_STUFFED) {
      return Optional.empty();
    }
    ByteBuffer bare = ByteBuffer.allocate(stuffed.length() + 1);
    if (!unstuff(stuffed, bare)
        || bare.position() < SHORTEST_BARE
        || bare.position() > LONGEST_BARE) {
      return Optional.empty();
    }
    int end = bare.position() - 4;
    if (bare.getInt(end) != crc(bare.array(), end) || bare.getInt(1) == 0) {
      return Optional.empty();
    }
    return LinePacket.Kind.of(bare.get(0))
        .map(
            kind ->
                new LinePacket(
                    kind,
                    bare.getInt(1),
                    bare.getInt(5),
                    bare.getInt(9),
                    bare.getInt(13),
                    Bytes.of(bare.array()).slice(17, end)));
  }

  private static boolean unstuff(Bytes stuffed, ByteBuffer bare) {
    int at = 0;
    while (at < stuffed.length()) {
      int code = stuffed.at(at);
      if (code == 0 || at + code > stuffed.length()) {
        return false;
      }
      for (int next = at + 1; next < at + code; next++) {
        if (stuffed.at(next) == 0) {
          return false;
        }
        bare.put((byte) stuffed.at(next));
      }
      at += code;
      if (code < 255 && at < stuffed.length()) {
        bare.put((byte) 0);
      }
    }
    return true;
  }
}
