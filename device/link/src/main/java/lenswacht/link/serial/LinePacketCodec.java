package lenswacht.link.serial;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import lenswacht.observation.Bytes;

/// Writes and reads packets.
///
/// A packet begins with four octets by which it is recognized (1A CF FC 1D). A head follows, one
/// Reed-Solomon word of 34 octets and 8 check octets: kind, strength (1 octet each), length of the
/// payload (2), from, to, stamp, sequence (4 each); and the receipt: expected, beyond, stamp (4
/// each), room and strength (1 each). The body is the payload and the CRC-32C (RFC 3385) of head
/// and payload (4). It is cut into as few words as hold it with twice as many check octets as the
/// strength says; the words lie interleaved, first all octets of the body, then all check octets.
/// Of every number the highest octet comes first.
final class LinePacketCodec {
  /// Most wrong octets in a word of the body that can be guarded against.
  static final int STRONGEST = 16;

  /// What a packet begins with.
  static final int SIGN = 0x1acffc1d;

  /// Octets before the body.
  static final int HEAD_END = 4 + 34 + 8;

  /// Octets of the longest packet.
  static final int LONGEST =
      HEAD_END + LinePacket.LONGEST + 4 + 2 * STRONGEST * words(LinePacket.LONGEST + 4, STRONGEST);

  private static final int HEAD = 34;

  private static final int CRC = 4;

  private static final ReedSolomon HEAD_CODE = new ReedSolomon(8);

  private final ReedSolomon[] bodyCodes = new ReedSolomon[STRONGEST + 1];

  /// A codec.
  LinePacketCodec() {
    for (int strength = 0; strength <= STRONGEST; strength++) {
      bodyCodes[strength] = new ReedSolomon(2 * strength);
    }
  }

  private static int words(int body, int strength) {
    return Math.ceilDiv(body, ReedSolomon.LONGEST_WORD - 2 * strength);
  }

  /// The longest payload whose packet is no longer with this strength than a packet without any.
  static int longestPayload(int strength) {
    return LinePacket.LONGEST - 2 * strength * words(LinePacket.LONGEST + CRC, 0);
  }

  /// The octets of `packet`.
  ///
  /// @param strength how many wrong octets in a word of the body can be put right
  byte[] write(LinePacket packet, int strength) {
    int length = packet.payload().length();
    int words = words(length + CRC, strength);
    ByteBuffer out = ByteBuffer.allocate(HEAD_END + length + CRC + 2 * strength * words);
    out.putInt(SIGN);
    out.put((byte) packet.kind().octet()).put((byte) strength).putShort((short) length);
    out.putInt(packet.from()).putInt(packet.to());
    out.putInt(packet.stamp()).putInt(packet.sequence());
    LinePacket.Receipt receipt = packet.receipt();
    out.putInt(receipt.expected()).putInt(receipt.beyond()).putInt(receipt.stamp());
    out.put((byte) receipt.room()).put((byte) receipt.strength());
    HEAD_CODE.protect(out.array(), 4, HEAD);
    out.put(HEAD_END, packet.payload().toArray());
    out.putInt(HEAD_END + length, crc(out.array(), length));
    for (int word = 0; strength > 0 && word < words; word++) {
      protect(out.array(), length + CRC, words, word, bodyCodes[strength]);
    }
    return out.array();
  }

  private static void protect(byte[] octets, int body, int words, int word, ReedSolomon code) {
    byte[] alone = new byte[ReedSolomon.LONGEST_WORD];
    int own = ownLength(body, words, word);
    for (int at = 0; at < own; at++) {
      alone[at] = octets[HEAD_END + word + at * words];
    }
    code.protect(alone, 0, own);
    for (int at = 0; at < code.checks(); at++) {
      octets[HEAD_END + body + word + at * words] = alone[own + at];
    }
  }

  /// Octets of the body in this word.
  private static int ownLength(int body, int words, int word) {
    return (body - word + words - 1) / words;
  }

  private static int crc(byte[] octets, int length) {
    CRC32C crc = new CRC32C();
    crc.update(octets, 4, HEAD);
    crc.update(octets, HEAD_END, length);
    return (int) crc.getValue();
  }

  /// The head of a packet, put right.
  ///
  /// @param octets of the packet, at least [#HEAD_END], with the head put right
  /// @param mended how many octets were wrong
  record Head(byte[] octets, int mended) {
    /// Octets of the whole packet.
    int packetLength() {
      return HEAD_END + body() + 2 * strength() * LinePacketCodec.words(body(), strength());
    }

    /// Words of the body.
    int words() {
      return LinePacketCodec.words(body(), strength());
    }

    int strength() {
      return octets[5] & 0xff;
    }

    private int payload() {
      return ByteBuffer.wrap(octets).getShort(6) & 0xffff;
    }

    private int body() {
      return payload() + CRC;
    }

    private boolean makesSense() {
      return LinePacket.Kind.of(octets[4]).isPresent()
          && strength() <= STRONGEST
          && payload() <= LinePacket.LONGEST
          && ByteBuffer.wrap(octets).getInt(8) != 0
          && (octets[HEAD + 3] & 0xff) <= STRONGEST;
    }
  }

  /// The head that `octets` begin with, or empty if there is none or too much of it is wrong.
  Optional<Head> head(byte[] octets) {
    byte[] own = octets.clone();
    int mended = HEAD_CODE.mend(own, 4, HEAD_END - 4);
    Head head = new Head(own, mended);
    return mended >= 0 && head.makesSense() ? Optional.of(head) : Optional.empty();
  }

  /// What became of a body.
  ///
  /// @param packet the packet, or empty if too much of it is wrong
  /// @param mended octets that were put right
  /// @param lost words that could not be put right
  record Opened(Optional<LinePacket> packet, int mended, int lost) {}

  /// Reads a whole packet.
  ///
  /// @param head of the packet
  /// @param octets of the packet, `head.packetLength()` of them; overwritten
  Opened open(Head head, byte[] octets) {
    System.arraycopy(head.octets(), 0, octets, 0, HEAD_END);
    int mended = 0;
    int lost = 0;
    for (int word = 0; word < head.words(); word++) {
      int here = mend(octets, head.body(), head.words(), word, bodyCodes[head.strength()]);
      mended += Math.max(0, here);
      lost += here < 0 ? 1 : 0;
    }
    ByteBuffer all = ByteBuffer.wrap(octets);
    int length = head.payload();
    if (lost > 0 || all.getInt(HEAD_END + length) != crc(octets, length)) {
      return new Opened(Optional.empty(), mended, Math.max(1, lost));
    }
    return new Opened(
        LinePacket.Kind.of(octets[4]).map(kind -> packet(kind, all, length)), mended, 0);
  }

  private static int mend(byte[] octets, int body, int words, int word, ReedSolomon code) {
    if (code.checks() == 0) {
      return 0;
    }
    byte[] alone = new byte[ReedSolomon.LONGEST_WORD];
    int own = ownLength(body, words, word);
    for (int at = 0; at < own; at++) {
      alone[at] = octets[HEAD_END + word + at * words];
    }
    for (int at = 0; at < code.checks(); at++) {
      alone[own + at] = octets[HEAD_END + body + word + at * words];
    }
    int mended = code.mend(alone, 0, own + code.checks());
    for (int at = 0; mended > 0 && at < own; at++) {
      octets[HEAD_END + word + at * words] = alone[at];
    }
    return mended;
  }

  private static LinePacket packet(LinePacket.Kind kind, ByteBuffer all, int length) {
    return new LinePacket(
        kind,
        all.getInt(8),
        all.getInt(12),
        all.getInt(16),
        all.getInt(20),
        new LinePacket.Receipt(
            all.getInt(24), all.getInt(28), all.getInt(32), all.get(36) & 0xff, all.get(37) & 0xff),
        Bytes.of(all.array()).slice(HEAD_END, HEAD_END + length));
  }
}
