package lenswacht.probe.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A surveying computer and hosts with real network stacks, each in a namespace of its own, on
/// segments that switches make. Needs root and iproute2.
final class PracticeNetwork implements AutoCloseable {
  private static final AtomicLong NUMBER = new AtomicLong();
  private static final String WIRE = "wire";
  private static final int EVERY_PROTOCOL = 3;
  private static final int EVERY_INTERFACE = 0;

  private final String id =
      Long.toString(ProcessHandle.current().pid(), 36) + "-" + NUMBER.incrementAndGet();
  private final List<AutoCloseable> made = new ArrayList<>();
  private final Namespace near;
  private int names;

  PracticeNetwork() throws Exception {
    near = namespace();
  }

  /// The surveying computer.
  Namespace near() {
    return near;
  }

  /// A segment on which the surveying computer stands.
  ///
  /// @param nic name of its interface there
  /// @param addresses its addresses there, with prefix
  Segment segment(String nic, String... addresses) throws Exception {
    Segment segment = new Segment(namespace());
    segment.join(near, nic, addresses);
    return segment;
  }

  /// A segment on which it does not stand.
  Segment farSegment() throws Exception {
    return new Segment(namespace());
  }

  /// A computer that stands nowhere yet.
  Namespace namespace() throws Exception {
    Namespace namespace = new Namespace("lw" + id + "-" + names++);
    made.addFirst(namespace);
    namespace.set("ipv6/conf/default/accept_dad", 0);
    namespace.set("ipv6/conf/default/router_solicitations", 0);
    return namespace;
  }

  /// Opens `ports` on a computer.
  void serve(Namespace host, int... ports) throws Exception {
    for (int port : ports) {
      made.addFirst(
          host.call(
              () ->
                  ServerSocketChannel.open()
                      .bind(new InetSocketAddress(InetAddress.ofLiteral("::"), port))));
    }
  }

  /// Computers on one switch.
  final class Segment {
    private final Namespace bridge;

    private Segment(Namespace bridge) throws Exception {
      this.bridge = bridge;
      bridge.set("ipv6/conf/default/disable_ipv6", 1);
      bridge.ip("link add name br0 type bridge forward_delay 0");
      bridge.ip("link set br0 up");
    }

    /// A host with one interface.
    ///
    /// @param mac its hardware address
    Namespace host(String mac, String... addresses) throws Exception {
      Namespace host = namespace();
      String port = join(host, WIRE, addresses);
      host.ip("link set " + WIRE + " down");
      host.ip("link set " + WIRE + " address " + mac);
      host.ip("link set " + WIRE + " up");
      for (String address : addresses) {
        if (address.contains(":")) {
          host.ip("addr replace " + address + " dev " + WIRE + " nodad");
        }
      }
      awaitForwarding(port);
      return host;
    }

    /// Plugs `computer` in.
    ///
    /// @return name of the switch's port
    String join(Namespace computer, String nic, String... addresses) throws Exception {
      String port = "p" + names++;
      computer.ip("link add " + nic + " type veth peer name " + port + " netns " + bridge.name());
      bridge.ip("link set " + port + " master br0");
      bridge.ip("link set " + port + " up");
      computer.ip("link set " + nic + " up");
      for (String address : addresses) {
        computer.ip(
            "addr add " + address + " dev " + nic + (address.contains(":") ? " nodad" : ""));
      }
      awaitForwarding(port);
      return port;
    }

    private void awaitForwarding(String port) throws Exception {
      for (int i = 0; i < 200; i++) {
        if (bridge.ip("-d link show " + port).contains("state forwarding")) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
      throw new IllegalStateException("port " + port + " does not forward");
    }

    /// Hears what `computer` sends here over its interface `nic`.
    Ear ear(Namespace computer, String nic) throws Exception {
      byte[] mac = computer.call(() -> NetworkInterface.getByName(nic).getHardwareAddress());
      Ear ear =
          new Ear(
              mac,
              bridge.call(
                  () -> RawSocket.frames(new SocketCalls(), EVERY_PROTOCOL, EVERY_INTERFACE)));
      made.addFirst(ear);
      return ear;
    }
  }

  /// Counts what one computer sends, without what its system says of groups by itself.
  static final class Ear implements AutoCloseable {
    private static final int IPV6 = 0x86dd;
    private static final int HOP_BY_HOP = 0;

    private final byte[] mac;
    private final AtomicLong frames = new AtomicLong();
    private final RawSocket socket;
    private final PacketIntake intake;

    private Ear(byte[] mac, RawSocket socket) {
      this.mac = mac;
      this.socket = socket;
      this.intake = new PacketIntake(socket, 128, this::hear);
    }

    /// Frames heard so far.
    long frames() {
      return frames.get();
    }

    private void hear(byte[] octets, int at, int length) {
      boolean isGroupReport =
          NetworkOrder.shortAt(octets, at + 12) == IPV6 && octets[at + 20] == HOP_BY_HOP;
      if (NetworkOrder.isAt(octets, at + 6, mac) && !isGroupReport) {
        frames.incrementAndGet();
      }
    }

    @Override
    public void close() {
      intake.close();
      socket.close();
    }
  }

  @Override
  public void close() throws Exception {
    Exception first = null;
    for (AutoCloseable one : made) {
      try {
        one.close();
      } catch (Exception failed) {
        first = first == null ? failed : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
