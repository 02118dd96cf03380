package lenswacht.probe.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.MacAddress;

/// The system's table of IPv6 neighbours, asked for over netlink (`RTM_GETNEIGH`), which anybody
// may
/// do. Nothing leaves the computer for it.
final class NeighbourCache {
  private static final int HEADER = 16;
  private static final int NEIGHBOUR = 12;
  private static final int ROOM = 8192;
  private static final int MOST_LOOKS = 4096;
  private static final int MOST = 16_384;
  private static final short GET = 30;
  private static final short NEW = 28;
  private static final short DONE = 3;
  private static final short REQUEST_DUMP = 0x301;
  private static final byte AF_INET6 = 10;
  private static final short ADDRESS = 1;
  private static final short HARDWARE = 2;

  /// Reachable, stale, delayed, probed or permanent: an answer was had at some time.
  private static final int KNOWN = 0x02 | 0x04 | 0x08 | 0x10 | 0x80;

  private final Map<InetAddress, MacAddress> neighbours = new LinkedHashMap<>();
  private final int nic;

  private NeighbourCache(int nic) {
    this.nic = nic;
  }

  /// The neighbours on interface `nic`; none where the system has no such table.
  static Map<InetAddress, MacAddress> on(SocketCalls calls, int nic) {
    NeighbourCache cache = new NeighbourCache(nic);
    try (RawSocket socket = RawSocket.tables(calls);
        Arena arena = Arena.ofConfined()) {
      PacketBatch question = new PacketBatch(socket, arena, HEADER + NEIGHBOUR, false);
      ByteBuffer.wrap(question.octets())
          .order(ByteOrder.nativeOrder())
          .putInt(HEADER + NEIGHBOUR)
          .putShort(GET)
          .putShort(REQUEST_DUMP)
          .putInt(1)
          .putInt(0)
          .put(AF_INET6);
      question.load(1);
      question.send(0, 1);
      PacketBatch answer = new PacketBatch(socket, arena, ROOM, false);
      boolean more = true;
      for (int look = 0; more && look < MOST_LOOKS; look++) {
        int count = answer.receive();
        more = count > 0;
        for (int i = 0; more && i < count; i++) {
          more = cache.take(answer.octets(), answer.at(i), answer.length(i));
        }
      }
    } catch (IOException noTable) {
      // Then nothing is known from there.
    }
    return cache.neighbours;
  }

  /// Reads what is known of the neighbours on `nic` from messages of `length` octets at `at`.
  static Map<InetAddress, MacAddress> parse(byte[] octets, int at, int length, int nic) {
    NeighbourCache cache = new NeighbourCache(nic);
    cache.take(octets, at, length);
    return cache.neighbours;
  }

  /// @return whether more is to come
  private boolean take(byte[] octets, int at, int length) {
    ByteBuffer in = ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder());
    int from = at;
    int end = at + length;
    while (end - from >= HEADER) {
      int size = in.getInt(from);
      if (size < HEADER || size > end - from) {
        return false;
      }
      short kind = in.getShort(from + 4);
      if (kind == DONE) {
        return false;
      }
      if (kind == NEW && size >= HEADER + NEIGHBOUR) {
        neighbour(in, from + HEADER, from + size);
      }
      from += size + 3 & ~3;
    }
    return true;
  }

  private void neighbour(ByteBuffer in, int at, int end) {
    boolean fits =
        in.get(at) == AF_INET6
            && in.getInt(at + 4) == nic
            && (in.getShort(at + 8) & KNOWN) != 0
            && neighbours.size() < MOST;
    InetAddress address = null;
    Optional<MacAddress> hardware = Optional.empty();
    int from = at + NEIGHBOUR;
    while (fits && end - from >= 4) {
      int size = Short.toUnsignedInt(in.getShort(from));
      if (size < 4 || size > end - from) {
        return;
      }
      short kind = in.getShort(from + 2);
      if (kind == ADDRESS && size == 20) {
        address = NetworkOrder.address(in.array(), from + 4, 16);
      } else if (kind == HARDWARE && size == 10) {
        hardware = NetworkOrder.hardware(in.array(), from + 4);
      }
      from += size + 3 & ~3;
    }
    if (address != null && !address.isMulticastAddress() && hardware.isPresent()) {
      neighbours.putIfAbsent(address, hardware.get());
    }
  }
}
