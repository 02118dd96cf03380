package lenswacht.probe.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.observation.Bytes;

/// An ear that needs no privilege: joins the multicast groups in which cameras announce themselves,
/// and reads the system's table of neighbours. It sends no question; for each group the system
/// itself tells the network that it joined (IGMP).
public final class GroupEar implements Ear {
  private static final int LONGEST = 8192;

  private static final Map<Integer, String> GROUPS =
      new TreeMap<>(
          Map.of(
              5353, "224.0.0.251",
              1900, "239.255.255.250",
              3702, "239.255.255.250",
              37_020, "239.255.255.250",
              37_810, "239.255.255.251"));

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
                GROUPS.forEach((port, group) -> ear.join(nic, InetAddress.ofLiteral(group), port)));
    return ear;
  }

  private void join(NetworkInterface nic, InetAddress group, int port) {
    try {
      MulticastSocket socket = new MulticastSocket(null);
      try {
        socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        socket.bind(new InetSocketAddress(group, port));
        socket.joinGroup(new InetSocketAddress(group, port), nic);
        sockets.add(socket);
      } catch (IOException failed) {
        socket.close();
        throw failed;
      }
    } catch (IOException failed) {
      lost.add("announcements to " + group.getHostAddress() + ":" + port + ": cannot be joined");
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
      socket.setSoTimeout(PATIENCE_MILLIS / GROUPS.size());
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
