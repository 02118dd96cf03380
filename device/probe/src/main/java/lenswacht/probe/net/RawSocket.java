package lenswacht.probe.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A socket that carries packets as they are. Needs the privilege CAP_NET_RAW. Sending and
/// receiving may happen on two threads.
final class RawSocket implements Closeable {
  /// Most packets in one call.
  static final int BATCH = 64;

  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int AF_NETLINK = 16;
  private static final int AF_PACKET = 17;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_RAW = 3;
  private static final int IPPROTO_ICMP = 1;
  private static final int IPPROTO_TCP = 6;
  private static final int NETLINK_ROUTE = 0;
  private static final int IPV6 = 0x86dd;
  private static final int ICMPV6 = 58;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVBUF = 8;
  private static final int SO_ATTACH_FILTER = 26;
  private static final int SO_SNDBUFFORCE = 32;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int RECEIVE_BUFFER = 8 << 20;
  private static final int SEND_BUFFER = 700_000;

  private final SocketCalls calls;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment state = SocketCalls.state(arena);
  private final int number;

  private RawSocket(SocketCalls calls, int family, int protocol) throws IOException {
    this(calls, family, SOCK_RAW, protocol);
  }

  private RawSocket(SocketCalls calls, int family, int type, int protocol) throws IOException {
    this.calls = calls;
    this.number = calls.socket(state, family, type, protocol);
    if (number < 0) {
      int error = SocketCalls.error(state);
      arena.close();
      throw error == SocketCalls.EPERM || error == SocketCalls.EACCES
          ? new NotPermittedException("this process may not open raw sockets (CAP_NET_RAW)")
          : new IOException("a raw socket was refused, error " + error);
    }
    set(SO_RCVBUF, ofInt(RECEIVE_BUFFER));
    set(SO_RCVBUFFORCE, ofInt(RECEIVE_BUFFER));
    set(SO_SNDBUFFORCE, ofInt(SEND_BUFFER));
  }

  /// A socket that sends TCP segments and hears those that come in for `ownPorts`.
  ///
  /// @throws NotPermittedException when the process may not
  /// @throws IOException when the system gives none
  static RawSocket tcp(SocketCalls calls, OwnPorts ownPorts) throws IOException {
    RawSocket opened = new RawSocket(calls, AF_INET, IPPROTO_TCP);
    opened.hearOnly(
        new int[][] {
          {0x30, 0, 0, 0}, // load the first octet
          {0x54, 0, 0, 0x0f}, // the header's length in words
          {0x64, 0, 0, 2}, // in octets
          {0x07, 0, 0, 0}, // as index
          {0x48, 0, 0, 2}, // load the port it goes to
          {0x15, 1, 0, ownPorts.odd()}, // ours?
          {0x15, 0, 1, ownPorts.even()},
          {0x06, 0, 0, 0xffff}, // keep
          {0x06, 0, 0, 0} // drop
        });
    return opened;
  }

  /// A socket that sends IPv4 echoes and hears the answers that name `id`.
  ///
  /// @throws NotPermittedException when the process may not
  /// @throws IOException when the system gives none
  static RawSocket echo(SocketCalls calls, int id) throws IOException {
    RawSocket opened = new RawSocket(calls, AF_INET, IPPROTO_ICMP);
    opened.hearOnly(
        new int[][] {
          {0x30, 0, 0, 0}, // load the first octet
          {0x54, 0, 0, 0x0f}, // the header's length in words
          {0x64, 0, 0, 2}, // in octets
          {0x07, 0, 0, 0}, // as index
          {0x50, 0, 0, 0}, // load the type
          {0x15, 0, 3, EchoMessage.REPLY_4}, // an answer?
          {0x48, 0, 0, 4}, // load what it names
          {0x15, 0, 1, id}, // ours?
          {0x06, 0, 0, 0xffff}, // keep
          {0x06, 0, 0, 0} // drop
        });
    return opened;
  }

  /// A socket that carries Ethernet frames with IPv6 on one interface, and hears advertisements of
  /// neighbours and answers to echoes.
  ///
  /// @throws NotPermittedException when the process may not
  /// @throws IOException when the system gives none, or not on this interface
  static RawSocket neighbours(SocketCalls calls, int nic) throws IOException {
    RawSocket opened = frames(calls, IPV6, nic);
    opened.hearOnly(
        new int[][] {
          {0x30, 0, 0, 20}, // load what follows the IPv6 header
          {0x15, 0, 4, ICMPV6}, // ICMPv6?
          {0x30, 0, 0, 54}, // load its type
          {0x15, 1, 0, EchoMessage.REPLY_6}, // an echo's answer?
          {0x15, 0, 1, NeighbourMessage.ADVERTISEMENT}, // an advertisement?
          {0x06, 0, 0, 0xffff}, // keep
          {0x06, 0, 0, 0} // drop
        });
    return opened;
  }

  /// A socket that sends ICMPv6 messages; what comes back is for [#echoes6].
  ///
  /// @throws NotPermittedException when the process may not
  /// @throws IOException when the system gives none
  static RawSocket icmp6(SocketCalls calls) throws IOException {
    RawSocket opened = new RawSocket(calls, AF_INET6, ICMPV6);
    opened.hearOnly(new int[][] {{0x06, 0, 0, 0}}); // drop
    return opened;
  }

  /// A socket that hears IPv6 packets with answers to echoes, on every interface.
  ///
  /// @throws NotPermittedException when the process may not
  /// @throws IOException when the system gives none
  static RawSocket echoes6(SocketCalls calls) throws IOException {
    RawSocket opened =
        new RawSocket(calls, AF_PACKET, SOCK_DGRAM, Short.reverseBytes((short) IPV6) & 0xffff);
    opened.hearOnly(
        new int[][] {
          {0x30, 0, 0, 6}, // load what follows the IPv6 header
          {0x15, 0, 3, ICMPV6}, // ICMPv6?
          {0x30, 0, 0, 40}, // load its type
          {0x15, 0, 1, EchoMessage.REPLY_6}, // an echo's answer?
          {0x06, 0, 0, 0xffff}, // keep
          {0x06, 0, 0, 0} // drop
        });
    return opened;
  }

  /// A socket to the system's own tables of the network. Anybody may open it.
  static RawSocket tables(SocketCalls calls) throws IOException {
    return new RawSocket(calls, AF_NETLINK, NETLINK_ROUTE);
  }

  /// A socket that sends Ethernet frames on one interface and hears nothing.
  ///
  /// @throws NotPermittedException when the process may not
  /// @throws IOException when the system gives none, or not on this interface
  static RawSocket sender(SocketCalls calls, int nic) throws IOException {
    return frames(calls, 0, nic);
  }

  /// A socket that carries Ethernet frames of one protocol on one interface.
  ///
  /// @throws NotPermittedException when the process may not
  /// @throws IOException when the system gives none, or not on this interface
  static RawSocket frames(SocketCalls calls, int etherType, int nic) throws IOException {
    int swapped = (etherType & 0xff) << 8 | etherType >> 8;
    RawSocket opened = new RawSocket(calls, AF_PACKET, swapped);
    MemorySegment address = opened.arena.allocate(20, 8);
    address.set(JAVA_SHORT, 0, (short) AF_PACKET);
    address.set(JAVA_SHORT, 2, (short) swapped);
    address.set(JAVA_INT, 4, nic);
    if (calls.bind(opened.state, opened.number, address) != 0) {
      int error = SocketCalls.error(opened.state);
      opened.close();
      throw new IOException("interface " + nic + " takes no frames, error " + error);
    }
    return opened;
  }

  SocketCalls calls() {
    return calls;
  }

  int number() {
    return number;
  }

  @Override
  public void close() {
    calls.close(state, number);
    arena.close();
  }

  private void hearOnly(int[][] program) {
    MemorySegment steps = arena.allocate(8L * program.length, 8);
    for (int i = 0; i < program.length; i++) {
      steps.set(JAVA_SHORT, i * 8L, (short) program[i][0]);
      steps.set(JAVA_BYTE, i * 8L + 2, (byte) program[i][1]);
      steps.set(JAVA_BYTE, i * 8L + 3, (byte) program[i][2]);
      steps.set(JAVA_INT, i * 8L + 4, program[i][3]);
    }
    MemorySegment filter = arena.allocate(16, 8);
    filter.set(JAVA_SHORT, 0, (short) program.length);
    filter.set(ADDRESS, 8, steps);
    set(SO_ATTACH_FILTER, filter);
  }

  private MemorySegment ofInt(int value) {
    MemorySegment segment = arena.allocate(4, 4);
    segment.set(JAVA_INT, 0, value);
    return segment;
  }

  /// Sets an option as far as the process may; each of them only makes receiving better.
  private void set(int name, MemorySegment value) {
    calls.setOption(state, number, SOL_SOCKET, name, value);
  }
}
