package lenswacht.probe.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Room for packets that travel through a raw socket in one call, in one direction. For one thread;
/// the arena it is made in decides how long it lives.
final class PacketBatch {
  private static final int HEADER = 64;
  private static final int PIECE = 16;
  private static final int LENGTH_AT = 56;
  private static final byte AF_INET = 2;
  private static final byte AF_INET6 = 10;
  private static final int NAME_4 = 16;
  private static final int NAME_6 = 28;

  private final RawSocket socket;
  private final int room;
  private final int nameSize;
  private final @Nullable Envelope envelope;
  private final MemorySegment state;
  private final MemorySegment headers;
  private final MemorySegment names;
  private final MemorySegment packets;
  private final byte[] octets;
  private final byte[] addresses;
  private final int[] lengths = new int[RawSocket.BATCH * HEADER / 4];

  /// @param room octets per packet: exactly what is sent, or at most what is received
  /// @param addressed whether each packet carries the IPv4 address it goes to
  PacketBatch(RawSocket socket, Arena arena, int room, boolean addressed) {
    this(socket, arena, room, addressed ? NAME_4 : 0, null);
  }

  /// For packets whose headers are written here.
  ///
  /// @param contents octets per packet that follow the headers
  PacketBatch(RawSocket socket, Arena arena, int contents, Envelope envelope) {
    this(socket, arena, envelope.length() + contents, 0, envelope);
  }

  /// For packets of which each carries the IPv6 address it goes to.
  ///
  /// @param room octets per packet
  static PacketBatch toSix(RawSocket socket, Arena arena, int room) {
    return new PacketBatch(socket, arena, room, NAME_6, null);
  }

  private PacketBatch(
      RawSocket socket, Arena arena, int room, int nameSize, @Nullable Envelope envelope) {
    this.socket = socket;
    this.room = room;
    this.nameSize = nameSize;
    this.addresses = new byte[RawSocket.BATCH * nameSize];
    this.envelope = envelope;
    this.state = SocketCalls.state(arena);
    this.headers = arena.allocate((long) HEADER * RawSocket.BATCH, 8);
    this.names = arena.allocate(Math.max(1L, addresses.length), 8);
    this.packets = arena.allocate((long) room * RawSocket.BATCH, 8);
    this.octets = new byte[room * RawSocket.BATCH];
    MemorySegment pieces = arena.allocate((long) PIECE * RawSocket.BATCH, 8);
    for (int i = 0; i < RawSocket.BATCH; i++) {
      pieces.set(ADDRESS, (long) i * PIECE, packets.asSlice((long) i * room, room));
      pieces.set(JAVA_LONG, (long) i * PIECE + 8, room);
      headers.set(ADDRESS, (long) i * HEADER + 16, pieces.asSlice((long) i * PIECE, PIECE));
      headers.set(JAVA_LONG, (long) i * HEADER + 24, 1);
      if (nameSize > 0) {
        addresses[i * nameSize] = nameSize == NAME_4 ? AF_INET : AF_INET6;
        headers.set(ADDRESS, (long) i * HEADER, names.asSlice((long) i * nameSize, nameSize));
        headers.set(JAVA_INT, (long) i * HEADER + 8, nameSize);
      }
    }
  }

  /// The octets of all packets, one after the other.
  byte[] octets() {
    return octets;
  }

  /// Where packet `index` begins, behind headers that are written here.
  int at(int index) {
    return index * room + (envelope == null ? 0 : envelope.length());
  }

  /// How many octets packet `index` had when it was received, at most the room there is.
  int length(int index) {
    return Math.min(room, lengths[(index * HEADER + LENGTH_AT) / 4]);
  }

  /// Says where packet `index` goes.
  void address(int index, int address) {
    if (envelope == null) {
      NetworkOrder.putInt(addresses, index * nameSize + 4, address);
    } else {
      envelope.write(octets, index * room, room - envelope.length(), address);
    }
  }

  /// The same for an IPv6 address, sixteen octets.
  void address(int index, byte[] address) {
    System.arraycopy(address, 0, addresses, index * nameSize + 8, address.length);
  }

  /// Moves the packets that were written to where the system finds them.
  void load(int count) {
    MemorySegment.copy(octets, 0, packets, JAVA_BYTE, 0, count * room);
    MemorySegment.copy(addresses, 0, names, JAVA_BYTE, 0, count * nameSize);
  }

  /// Sends loaded packets `from` up to `to`.
  ///
  /// @return how many were taken; 0 when there is no room for the moment. A packet that the system
  ///     refuses, for want of a route for instance, counts as taken: it is never sent.
  int send(int from, int to) {
    MemorySegment rest = headers.asSlice((long) from * HEADER);
    int taken = socket.calls().send(state, socket.number(), rest, to - from);
    if (taken >= 0) {
      return taken;
    }
    return switch (SocketCalls.error(state)) {
      case SocketCalls.EAGAIN, SocketCalls.EINTR, SocketCalls.ENOBUFS -> 0;
      default -> 1;
    };
  }

  /// Receives what is there and waits for nothing.
  ///
  /// @return how many packets
  int receive() {
    int count = socket.calls().receive(state, socket.number(), headers, RawSocket.BATCH);
    if (count <= 0) {
      return 0;
    }
    MemorySegment.copy(packets, JAVA_BYTE, 0, octets, 0, count * room);
    MemorySegment.copy(headers, JAVA_INT, 0, lengths, 0, count * HEADER / 4);
    return count;
  }
}
