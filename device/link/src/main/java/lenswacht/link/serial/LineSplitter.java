package lenswacht.link.serial;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds packets among what comes off a line: wrong and missing octets, and whatever else speaks on
/// the line, are stepped over. Remembers no more than the longest packet and one portion.
final class LineSplitter {
  /// Longest portion that can be taken in at once.
  static final int PORTION = 65_536;

  /// How many of the 32 bits of the sign may be wrong.
  private static final int WRONG_IN_SIGN = 3;

  private final LinePacketCodec codec;
  private final LineNoise noise;
  private final byte[] kept = new byte[LinePacketCodec.LONGEST + PORTION];
  private int from;
  private int end;
  private long foreign;

  LineSplitter(LinePacketCodec codec, LineNoise noise) {
    this.codec = codec;
    this.noise = noise;
  }

  /// How many octets so far belonged to no packet.
  long foreign() {
    return foreign;
  }

  /// Whether something has come that no packet is made of yet.
  boolean hasMore() {
    return from < end;
  }

  /// Takes `length` octets in, at most [#PORTION], and hands on the packets that they complete.
  void take(byte[] octets, int length, Consumer<LinePacket> each) {
    System.arraycopy(kept, from, kept, 0, end - from);
    end -= from;
    from = 0;
    System.arraycopy(octets, 0, kept, end, length);
    end += length;
    split(each);
  }

  /// To be called when the line has paused: the rest of a packet that is not complete by now will
  /// not come, and what was taken for it may hold others.
  void pause(Consumer<LinePacket> each) {
    while (from < end) {
      step();
      split(each);
    }
  }

  private void step() {
    from++;
    foreign++;
  }

  /// Stops where more octets are needed to go on.
  private void split(Consumer<LinePacket> each) {
    while (end - from >= LinePacketCodec.HEAD_END) {
      Optional<LinePacketCodec.Head> head =
          hasSign() ? codec.head(part(LinePacketCodec.HEAD_END)) : Optional.empty();
      if (head.isEmpty()) {
        step();
      } else if (end - from < head.get().packetLength()) {
        return;
      } else {
        open(head.get(), each);
      }
    }
  }

  private boolean hasSign() {
    int wrong = 0;
    for (int at = 0; at < 4 && wrong <= WRONG_IN_SIGN; at++) {
      int sign = (LinePacketCodec.SIGN >>> (8 * (3 - at))) & 0xff;
      wrong += Integer.bitCount((kept[from + at] & 0xff) ^ sign);
    }
    return wrong <= WRONG_IN_SIGN;
  }

  private byte[] part(int length) {
    return Arrays.copyOfRange(kept, from, from + length);
  }

  private void open(LinePacketCodec.Head head, Consumer<LinePacket> each) {
    int length = head.packetLength();
    LinePacketCodec.Opened opened = codec.open(head, part(length));
    noise.heard(length, head.mended() + opened.mended(), opened.lost(), head.strength());
    if (opened.packet().isPresent()) {
      // where its last octets went missing, those put right are the first of the next packet
      from += length - opened.mended();
      each.accept(opened.packet().get());
    } else {
      step();
    }
  }
}
