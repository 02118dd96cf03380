package lenswacht.probe.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import lenswacht.observation.Bytes;
import lenswacht.probe.net.Overheard.LinkType;

/// A packet socket of Linux, bound to one interface: hears every frame that reaches the interface,
/// multicast of every group included, and sends nothing. Needs CAP_NET_RAW. Nothing in this class
/// can send.
///
/// The kernel takes a VLAN tag out of a frame before a packet socket sees it and tells of it
/// besides; the tag is put back where it was.
public final class PacketSocket implements Ear {
  private static final int AF_PACKET = 17;
  private static final int SOCK_RAW = 3;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int ETH_P_ALL = 3;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVTIMEO = 20;
  private static final int SO_RCVBUF = 8;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int SOL_PACKET = 263;
  private static final int PACKET_ADD_MEMBERSHIP = 1;
  private static final int PACKET_STATISTICS = 6;
  private static final int PACKET_AUXDATA = 8;
  private static final int MR_PROMISC = 1;
  private static final int MR_ALLMULTI = 2;
  private static final int MSG_TRUNC = 0x20;
  private static final int OUTGOING = 4;
  private static final int ARPHRD_LOOPBACK = 772;
  private static final int ARPHRD_ETHERNET = 1;
  private static final int BUFFER = 8 << 20;
  private static final int LONGEST_FRAME = 65_535;

  private static final ValueLayout.OfShort NETWORK_SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final SocketCalls calls;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment state = SocketCalls.state(arena);
  private final ReceivedMessage message = new ReceivedMessage(arena, LONGEST_FRAME);
  private final ReentrantLock inUse = new ReentrantLock();
  private final InstantSource clock;
  private final boolean promiscuous;
  private final int descriptor;
  private long dropped;
  private volatile boolean closed;

  private PacketSocket(SocketCalls calls, boolean promiscuous, InstantSource clock)
      throws IOException {
    this.calls = calls;
    this.clock = clock;
    this.promiscuous = promiscuous;
    this.descriptor = calls.socket(state, AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
    if (descriptor < 0) {
      int reason = SocketCalls.error(state);
      arena.close();
      throw new IOException(
          reason == SocketCalls.EPERM
              ? "this program may not open a packet socket (CAP_NET_RAW)"
              : "a packet socket cannot be opened, error " + reason);
    }
  }

  /// Opens an ear on `wire`.
  ///
  /// @param promiscuous whether the interface shall take in frames for other hosts as well
  /// @throws IOException if this program may not, or the system has no such sockets
  public static PacketSocket open(Wire wire, boolean promiscuous, InstantSource clock)
      throws IOException {
    if (!SocketCalls.isSupported()) {
      throw new IOException("packet sockets exist on 64-bit Linux only");
    }
    PacketSocket socket = new PacketSocket(new SocketCalls(), promiscuous, clock);
    try {
      socket.prepare(wire.index());
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  private void prepare(int index) throws IOException {
    try (Arena brief = Arena.ofConfined()) {
      MemorySegment patience = brief.allocate(16, 8);
      patience.set(ValueLayout.JAVA_LONG, 8, PATIENCE_MILLIS * 1000L);
      require(calls.setOption(state, descriptor, SOL_SOCKET, SO_RCVTIMEO, patience), "patience");
      MemorySegment number = brief.allocateFrom(ValueLayout.JAVA_INT, BUFFER);
      if (calls.setOption(state, descriptor, SOL_SOCKET, SO_RCVBUFFORCE, number) < 0) {
        require(calls.setOption(state, descriptor, SOL_SOCKET, SO_RCVBUF, number), "buffer");
      }
      MemorySegment yes = brief.allocateFrom(ValueLayout.JAVA_INT, 1);
      require(calls.setOption(state, descriptor, SOL_PACKET, PACKET_AUXDATA, yes), "VLAN tags");
      MemorySegment membership = brief.allocate(16, 4);
      membership.set(ValueLayout.JAVA_INT, 0, index);
      membership.set(ValueLayout.JAVA_SHORT, 4, (short) (promiscuous ? MR_PROMISC : MR_ALLMULTI));
      require(
          calls.setOption(state, descriptor, SOL_PACKET, PACKET_ADD_MEMBERSHIP, membership),
          "multicast");
      MemorySegment address = brief.allocate(20, 4);
      address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_PACKET);
      address.set(NETWORK_SHORT, 2, (short) ETH_P_ALL);
      address.set(ValueLayout.JAVA_INT, 4, index);
      require(calls.bind(state, descriptor, address), "binding");
    }
  }

  private void require(int outcome, String what) throws IOException {
    if (outcome < 0) {
      throw new IOException(
          "the packet socket refused its " + what + ", error " + SocketCalls.error(state));
    }
  }

  @Override
  public String means() {
    return "packet-socket";
  }

  @Override
  public Optional<Overheard> next() throws IOException {
    inUse.lock();
    try {
      if (closed) {
        return Optional.empty();
      }
      message.clear();
      long length = calls.receiveOne(state, descriptor, message.header(), MSG_TRUNC);
      if (length < 0) {
        int reason = SocketCalls.error(state);
        if (reason == SocketCalls.EAGAIN || reason == SocketCalls.EINTR) {
          return Optional.empty();
        }
        throw new IOException("the interface cannot be heard any more, error " + reason);
      }
      return message.senderKind() == OUTGOING ? Optional.empty() : Optional.of(frame(length));
    } finally {
      inUse.unlock();
      if (closed) {
        close();
      }
    }
  }

  private Overheard.Frame frame(long length) {
    int hardware = message.hardwareType();
    boolean ethernet = hardware == ARPHRD_ETHERNET || hardware == ARPHRD_LOOPBACK;
    Bytes bytes = message.frame((int) Math.min(length, LONGEST_FRAME), ethernet);
    int tag = bytes.length() - (int) Math.min(length, LONGEST_FRAME);
    return new Overheard.Frame(
        clock.instant(),
        ethernet ? LinkType.ETHERNET : LinkType.UNKNOWN,
        bytes,
        (int) Math.min(length + tag, Integer.MAX_VALUE));
  }

  /// The kernel's own count of frames that found its buffer full.
  @Override
  public long dropped() {
    inUse.lock();
    try {
      if (!closed) {
        takeStatistics();
      }
      return dropped;
    } finally {
      inUse.unlock();
    }
  }

  /// The kernel starts at zero again each time it is asked.
  private void takeStatistics() {
    try (Arena brief = Arena.ofConfined()) {
      MemorySegment counts = brief.allocate(8, 4);
      MemorySegment size = brief.allocateFrom(ValueLayout.JAVA_INT, 8);
      if (calls.option(state, descriptor, SOL_PACKET, PACKET_STATISTICS, counts, size) == 0) {
        dropped += Integer.toUnsignedLong(counts.get(ValueLayout.JAVA_INT, 4));
      }
    }
  }

  @Override
  public List<String> lost() {
    String groups = "multicast that a switch sends only to those who joined its group";
    return promiscuous
        ? List.of(groups)
        : List.of(groups, "frames between other hosts, which a switch does not send here");
  }

  /// Where another thread is listening at this moment, that thread closes it when it is done.
  @Override
  public void close() throws IOException {
    closed = true;
    if (inUse.tryLock()) {
      try {
        if (arena.scope().isAlive()) {
          calls.close(state, descriptor);
          arena.close();
        }
      } finally {
        inUse.unlock();
      }
    }
  }
}
