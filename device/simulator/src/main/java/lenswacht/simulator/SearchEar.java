package lenswacht.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hears searches that are sent to a group or to everybody on one network, and passes each on to
/// every host that has the service, which answers from its own address.
final class SearchEar implements Closeable {
  /// A group and port at which equipment listens for searches.
  ///
  /// @param group multicast address
  /// @param port UDP port
  record Place(InetAddress group, int port) {
    Place(String group, int port) {
      this(InetAddress.ofLiteral(group), port);
    }
  }

  /// The groups: WS-Discovery, SADP, SSDP, DHIP, mDNS, TVT and Ubiquiti.
  private static final List<Place> FOUR =
      List.of(
          new Place("239.255.255.250", 3702),
          new Place("239.255.255.250", 37_020),
          new Place("239.255.255.250", 1900),
          new Place("239.255.255.251", 37_810),
          new Place("224.0.0.251", 5353),
          new Place("234.55.55.55", 23_456),
          new Place("233.89.188.1", 10_001));

  private static final List<Place> SIX =
      List.of(new Place("ff02::c", 3702), new Place("ff02::c", 1900), new Place("ff02::fb", 5353));

  private final Place place;
  private final List<DatagramListener> listeners;
  private final Set<InetAddress> residents;
  private final DatagramLoop loop;

  private SearchEar(
      Place place,
      DatagramChannel channel,
      List<DatagramListener> listeners,
      Set<InetAddress> residents) {
    this.place = place;
    this.listeners = List.copyOf(listeners);
    this.residents = Set.copyOf(residents);
    this.loop = DatagramLoop.start(channel, this::passOn);
  }

  /// Where searches are heard in `range`.
  static List<Place> places(HomeRange range) {
    if (range.first() instanceof Inet6Address) {
      return SIX;
    }
    List<Place> places = new ArrayList<>(FOUR);
    MakerPorts.BROADCAST.stream()
        .sorted()
        .forEach(port -> places.add(new Place(range.broadcast(), port)));
    return places;
  }

  /// Begins to hear at `place` on `network`.
  ///
  /// @param residents addresses of the hosts, whose own answers are no searches
  /// @throws IOException if the platform refuses
  static SearchEar open(
      Place place,
      NetworkInterface network,
      List<DatagramListener> listeners,
      Set<InetAddress> residents)
      throws IOException {
    boolean six = place.group instanceof Inet6Address;
    DatagramChannel channel = channel(place.group);
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      InetAddress own =
          six
              ? Inet6Address.getByAddress(null, place.group.getAddress(), network.getIndex())
              : place.group;
      channel.bind(new InetSocketAddress(own, place.port));
      if (place.group.isMulticastAddress()) {
        channel.join(place.group, network);
      }
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException refused) {
      channel.close();
      throw new IOException(String.valueOf(refused.getMessage()), refused);
    }
    return new SearchEar(place, channel, listeners, residents);
  }

  /// A channel of the group's family. A channel for IPv4 alone refuses a broadcast address, which
  /// one for both takes.
  private static DatagramChannel channel(InetAddress group) throws IOException {
    if (!group.isMulticastAddress()) {
      return DatagramChannel.open();
    }
    return DatagramChannel.open(
        group instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
  }

  private void passOn(byte[] datagram, InetSocketAddress sender) {
    if (residents.contains(sender.getAddress())) {
      return;
    }
    for (DatagramListener listener : listeners) {
      try {
        listener.hear(datagram, sender, Optional.of(place.group));
      } catch (IOException gone) {
        // This host cannot answer; the others can.
      }
    }
  }

  @Override
  public void close() throws IOException {
    loop.close();
  }
}
