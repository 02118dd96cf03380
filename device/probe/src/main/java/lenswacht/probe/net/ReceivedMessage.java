package lenswacht.probe.net;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import lenswacht.observation.Bytes;

/// The memory that `recvmsg` fills: a `msghdr` with the sender's `sockaddr_ll`, one buffer, and
/// room for the VLAN tag that the kernel took out of the frame (`tpacket_auxdata`), laid out as on
/// 64-bit Linux.
final class ReceivedMessage {
  private static final int HEADER = 56;
  private static final int SENDER = 20;
  private static final int CONTROL = 256;
  private static final int CONTROL_HEADER = 16;
  private static final int SOL_PACKET = 263;
  private static final int PACKET_AUXDATA = 8;
  private static final int VLAN_VALID = 1 << 4;
  private static final int TPID_VALID = 1 << 6;
  private static final int DOT1Q = 0x8100;
  private static final int ADDRESSES = 12;

  private final MemorySegment header;
  private final MemorySegment sender;
  private final MemorySegment buffer;
  private final MemorySegment control;

  ReceivedMessage(Arena arena, int longest) {
    header = arena.allocate(HEADER, 8);
    sender = arena.allocate(SENDER, 8);
    buffer = arena.allocate(longest, 8);
    control = arena.allocate(CONTROL, 8);
    MemorySegment vector = arena.allocate(16, 8);
    vector.set(ValueLayout.ADDRESS, 0, buffer);
    vector.set(ValueLayout.JAVA_LONG, 8, longest);
    header.set(ValueLayout.ADDRESS, 0, sender);
    header.set(ValueLayout.ADDRESS, 16, vector);
    header.set(ValueLayout.JAVA_LONG, 24, 1);
    header.set(ValueLayout.ADDRESS, 32, control);
  }

  /// Makes ready for the next frame.
  void clear() {
    header.set(ValueLayout.JAVA_INT, 8, SENDER);
    header.set(ValueLayout.JAVA_LONG, 40, CONTROL);
    header.set(ValueLayout.JAVA_INT, 48, 0);
  }

  MemorySegment header() {
    return header;
  }

  /// Whether the frame came in or went out, and to whom: `sll_pkttype`.
  int senderKind() {
    return sender.get(ValueLayout.JAVA_BYTE, 10);
  }

  /// The kind of interface: `sll_hatype`.
  int hardwareType() {
    return sender.get(ValueLayout.JAVA_SHORT, 8) & 0xffff;
  }

  /// The frame of `length` octets, with its VLAN tag where it had one.
  Bytes frame(int length, boolean ethernet) {
    byte[] octets = buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    long tag = ethernet && length > ADDRESSES ? tag() : 0;
    if (tag == 0) {
      return Bytes.of(octets);
    }
    byte[] tagged = Arrays.copyOf(octets, length + 4);
    System.arraycopy(octets, ADDRESSES, tagged, ADDRESSES + 4, length - ADDRESSES);
    for (int i = 0; i < 4; i++) {
      tagged[ADDRESSES + i] = (byte) (tag >> (24 - 8 * i));
    }
    return Bytes.of(tagged);
  }

  /// Type and tag as 32 bits, 0 where the frame had none.
  private long tag() {
    long end = Math.min(CONTROL, header.get(ValueLayout.JAVA_LONG, 40));
    long at = 0;
    while (at + CONTROL_HEADER <= end) {
      long size = control.get(ValueLayout.JAVA_LONG, at);
      if (size < CONTROL_HEADER || at + size > end) {
        return 0;
      }
      if (control.get(ValueLayout.JAVA_INT, at + 8) == SOL_PACKET
          && control.get(ValueLayout.JAVA_INT, at + 12) == PACKET_AUXDATA
          && size >= CONTROL_HEADER + 20) {
        return tagAt(at + CONTROL_HEADER);
      }
      at += (size + 7) & ~7L;
    }
    return 0;
  }

  private long tagAt(long at) {
    int status = control.get(ValueLayout.JAVA_INT, at);
    if ((status & VLAN_VALID) == 0) {
      return 0;
    }
    long tag = control.get(ValueLayout.JAVA_SHORT_UNALIGNED, at + 16) & 0xffff;
    long type =
        (status & TPID_VALID) != 0
            ? control.get(ValueLayout.JAVA_SHORT_UNALIGNED, at + 18) & 0xffff
            : DOT1Q;
    return type << 16 | tag;
  }
}
