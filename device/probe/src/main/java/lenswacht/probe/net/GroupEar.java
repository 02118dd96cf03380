package lenswacht.probe.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// An ear that needs no privilege: joins the multicast groups in which cameras announce themselves,
/// and reads the system's table of neighbours. It sends no question; for each group the system
/// itself tells the network that it joined (IGMP).
public final class GroupEar implements Ear {
  private static final int LONGEST = 8192;

  private static final List<Group> GROUPS =
      List.of(
          new Group("224.0.0.251", 5353),
          new Group("239.255.255.250", 1900),
          new Group("239.255.255.250", 3702),
          new Group("239.255.255.250", 37_020),
          new Group("239.255.255.251", 37_810),
          new Group("234.55.55.55", 23_456),
          new Group("234.55.55.56", 23_456),
          new Group("233.89.188.1", 10_001),
          new Group("ff02::fb", 5353),
          new Group("ff02::c", 1900),
          new Group("ff02::c", 3702));

  /// A group, and the port at which it is spoken to.
  private record Group(InetAddress address, int port) {
    Group(String address, int port) {
      this(InetAddress.ofLiteral(address), port);
    }

    /// Whether an interface without addresses of that family cannot join it.
    boolean isBeyond(NetworkInterface nic) {
      return address instanceof Inet6Address
          && nic.inetAddresses().noneMatch(own -> own instanceof Inet6Address);
    }

    InetAddress on(NetworkInterface nic) throws UnknownHostException {
      return address instanceof Inet6Address
          ? Inet6Address.getByAddress(null, address.getAddress(), nic.getIndex())
          : address;
    }
  }

  private final List<MulticastSocket> sockets = new ArrayList<>();
  private final List<String> lost =
      new ArrayList<>(
          List.of(
              "ARP and neighbour discovery, but for the system's own table of IPv4 neighbours",
              "DHCP, LLDP, CDP, spanning tree, VLAN tags, IGMP and multicast streams",
              "announcements sent by broadcast or in other groups",
              "nothing at all being sent: the system told the network which groups it joined"));
  private final ArrayDeque<Overheard> waiting = new ArrayDeque<>();
  private final InstantSource clock;
  private int turn;
  private volatile boolean closed;

  private GroupEar(InstantSource clock) {
    this.clock = clock;
  }

  /// Opens an ear on `wire`. A group that cannot be joined is told of in [#lost].
  ///
  /// @param why why there is no better ear, for [#lost]
  public static GroupEar open(Wire wire, String why, InstantSource clock) {
    GroupEar ear = new GroupEar(clock);
    ear.lost.addFirst(why);
    ear.waiting.addAll(NeighbourTable.on(wire.name(), clock.instant()));
    wire.nic()
        .ifPresent(
            nic ->
                GROUPS.stream()
                    .filter(group -> !group.isBeyond(nic))
                    .forEach(group -> ear.join(nic, group)));
    return ear;
  }

  private void join(NetworkInterface nic, Group group) {
    try {
      MulticastSocket socket = new MulticastSocket(null);
      try {
        socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        InetSocketAddress place = new InetSocketAddress(group.on(nic), group.port());
        socket.bind(place);
        socket.joinGroup(place, nic);
        sockets.add(socket);
      } catch (IOException failed) {
        socket.close();
        throw failed;
      }
    } catch (IOException failed) {
      lost.add(
          "announcements to "
              + group.address().getHostAddress()
              + ":"
              + group.port()
              + ": cannot be joined");
    }
  }

  @Override
  public String means() {
    return "multicast-groups";
  }

  @Override
  public Optional<Overheard> next() throws IOException {
    Overheard first = waiting.poll();
    if (first != null || closed) {
      return Optional.ofNullable(first);
    }
    if (sockets.isEmpty()) {
      throw new IOException("no multicast group can be joined on this interface");
    }
    for (int i = 0; i < sockets.size() && !closed; i++) {
      turn = (turn + 1) % sockets.size();
      Optional<Overheard> heard = hear(sockets.get(turn));
      if (heard.isPresent()) {
        return heard;
      }
    }
    return Optional.empty();
  }

  private Optional<Overheard> hear(MulticastSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[LONGEST + 1], LONGEST + 1);
    try {
      socket.setSoTimeout(Math.max(1, PATIENCE_MILLIS / sockets.size()));
      socket.receive(packet);
    } catch (SocketTimeoutException silent) {
      return Optional.empty();
    } catch (SocketException ended) {
      if (closed) {
        return Optional.empty();
      }
      throw ended;
    }
    Bytes all = Bytes.of(packet.getData()).head(packet.getLength());
    return Optional.of(
        new Overheard.Datagram(
            clock.instant(),
            packet.getAddress(),
            packet.getPort(),
            socket.getLocalPort(),
            all.head(LONGEST),
            all.length() > LONGEST));
  }

  /// Not known here: the system does not say.
  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public List<String> lost() {
    return List.copyOf(lost);
  }

  @Override
  public void close() {
    closed = true;
    sockets.forEach(MulticastSocket::close);
  }
}
