package lenswacht.probe.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import lenswacht.observation.Bytes;

/// Writes invented capture files.
public final class Captures {
  /// Seconds of the first frame; each further one comes a second later.
  public static final long FIRST = 1_780_315_200L;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteOrder order;

  private Captures(ByteOrder order) {
    this.order = order;
  }

  public static byte[] pcap(ByteOrder order, boolean nanos, List<Bytes> frames) {
    Captures file = new Captures(order);
    file.number(4, nanos ? 0xa1b23c4dL : 0xa1b2c3d4L).number(2, 2).number(2, 4);
    file.number(4, 0).number(4, 0).number(4, 65_535).number(4, 1);
    long second = FIRST;
    for (Bytes frame : frames) {
      file.number(4, second++).number(4, 500);
      file.number(4, frame.length()).number(4, frame.length()).bytes(frame);
    }
    return file.out.toByteArray();
  }

  /// Two interfaces in turn, the second one with times in nanoseconds and frames cut at 64 octets.
  public static byte[] pcapng(ByteOrder order, List<Bytes> frames) {
    Captures file = new Captures(order);
    file.block(
        0x0a0d0d0a,
        new Captures(order).number(4, 0x1a2b3c4dL).number(2, 1).number(2, 0).number(8, -1));
    file.block(1, new Captures(order).number(2, 1).number(2, 0).number(4, 0));
    file.block(
        1,
        new Captures(order)
            .number(2, 1)
            .number(2, 0)
            .number(4, 64)
            .number(2, 9)
            .number(2, 1)
            .bytes(Bytes.of((byte) 9, (byte) 0, (byte) 0, (byte) 0))
            .number(4, 0));
    file.block(0x0bad, new Captures(order).bytes(Bytes.utf8("a block of a kind nobody knows..")));
    for (int i = 0; i < frames.size(); i++) {
      Bytes kept = i % 2 == 0 ? frames.get(i) : frames.get(i).head(64);
      long perSecond = i % 2 == 0 ? 1_000_000L : 1_000_000_000L;
      long ticks = (FIRST + i) * perSecond + perSecond / 2;
      file.block(
          6,
          new Captures(order)
              .number(4, i % 2)
              .number(4, ticks >>> 32)
              .number(4, ticks & 0xffffffffL)
              .number(4, kept.length())
              .number(4, frames.get(i).length())
              .bytes(kept)
              .bytes(Bytes.of(new byte[(4 - kept.length() % 4) % 4])));
    }
    file.block(
        5,
        new Captures(order)
            .number(4, 0)
            .number(8, 0)
            .number(2, 5)
            .number(2, 8)
            .number(8, 3)
            .number(4, 0));
    return file.out.toByteArray();
  }

  private void block(long type, Captures body) {
    byte[] octets = body.out.toByteArray();
    number(4, type)
        .number(4, octets.length + 12L)
        .bytes(Bytes.of(octets))
        .number(4, octets.length + 12L);
  }

  private Captures number(int octets, long value) {
    ByteBuffer room = ByteBuffer.allocate(8).order(order).putLong(value);
    out.write(room.array(), order == ByteOrder.BIG_ENDIAN ? 8 - octets : 0, octets);
    return this;
  }

  private Captures bytes(Bytes bytes) {
    out.writeBytes(bytes.toArray());
    return this;
  }
}
