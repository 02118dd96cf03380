package lenswacht.probe.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ScanScope;

/// Where this computer stands: its local segments, and with which of its addresses it reaches
/// others.
final class LocalNetwork {
  private static final int ANY_PORT = 9;

  private final List<Segment> segments;
  private final List<Link> links;

  private LocalNetwork(List<Segment> segments, List<Link> links) {
    this.segments = segments;
    this.links = links;
  }

  /// An interface of ours to an Ethernet segment, as IPv6 sees it. A VLAN is an interface like any
  /// other.
  ///
  /// @param nic number of the interface
  /// @param mac its hardware address
  /// @param own its IPv6 addresses, without zones
  /// @param subnets the subnets that its addresses of both families name, without link-local ones
  record Link(int nic, byte[] mac, List<Own> own, List<AddressRange> subnets) {
    private static final AddressRange LINK_LOCAL = AddressRange.parse("fe80::/64");

    Link {
      mac = mac.clone();
      own = List.copyOf(own);
      subnets = List.copyOf(subnets);
    }

    @Override
    public byte[] mac() {
      return mac.clone();
    }

    /// Whether the segment has to do with `scope` at all.
    boolean touches(ScanScope scope) {
      return subnets.stream()
          .anyMatch(subnet -> scope.ranges().stream().anyMatch(subnet::overlaps));
    }

    /// Whether link-local addresses of this segment may be asked. The block fe80::/64 is the same
    // on
    /// every segment of the world, so a mandate that names it says nothing of where: it holds on
    /// segments whose other subnets all lie in the mandate.
    boolean mayAskLinkLocal(ScanScope scope) {
      return scope.covers(LINK_LOCAL)
          && !subnets.isEmpty()
          && subnets.stream().allMatch(scope::covers);
    }

    /// Our own addresses from which all hosts of the segment may be asked at once: only where every
    /// IPv6 subnet of it lies in the mandate.
    List<Own> voices(ScanScope scope) {
      boolean everySubnet =
          subnets.stream()
              .filter(subnet -> subnet.base() instanceof Inet6Address)
              .allMatch(scope::covers);
      return own.stream()
          .filter(one -> one.address().isLinkLocalAddress() ? mayAskLinkLocal(scope) : everySubnet)
          .toList();
    }

    /// Our own address for a question about `sought`.
    Optional<Inet6Address> voiceFor(InetAddress sought) {
      return own.stream()
          .filter(one -> one.subnet().contains(sought))
          .findFirst()
          .or(() -> own.stream().filter(one -> one.address().isLinkLocalAddress()).findFirst())
          .map(Own::address);
    }
  }

  /// An IPv6 address of ours.
  ///
  /// @param subnet the subnet that it stands in
  record Own(Inet6Address address, AddressRange subnet) {}

  /// An IPv4 subnet that an interface of ours stands in.
  ///
  /// @param nic number of the interface
  /// @param mac its hardware address
  /// @param own its IPv4 address
  /// @param prefixLength length of the subnet's prefix
  record Segment(int nic, byte[] mac, int own, int prefixLength) {
    Segment {
      mac = mac.clone();
    }

    @Override
    public byte[] mac() {
      return mac.clone();
    }

    /// The hardware address in 48 bits.
    long macNumber() {
      return (long) NetworkOrder.shortAt(mac, 0) << 32
          | Integer.toUnsignedLong(NetworkOrder.intAt(mac, 2));
    }

    boolean contains(int address) {
      return prefixLength == 0 || (address ^ own) >>> (Integer.SIZE - prefixLength) == 0;
    }
  }

  /// As it is at this moment.
  static LocalNetwork now() throws SocketException {
    List<Segment> found = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (NetworkInterface nic : NetworkInterface.networkInterfaces().toList()) {
      try {
        byte[] mac = nic.isUp() && !nic.isLoopback() ? nic.getHardwareAddress() : null;
        if (mac != null && mac.length == 6 && !nic.isPointToPoint()) {
          found.addAll(segments(nic, mac));
          links.add(link(nic, mac));
        }
      } catch (SocketException gone) {
        // The interface was taken away while we looked.
      }
    }
    return new LocalNetwork(List.copyOf(found), List.copyOf(links));
  }

  private static Link link(NetworkInterface nic, byte[] mac) {
    List<Own> own = new ArrayList<>();
    List<AddressRange> subnets = new ArrayList<>();
    for (InterfaceAddress one : nic.getInterfaceAddresses()) {
      AddressRange subnet = AddressRange.around(one.getAddress(), one.getNetworkPrefixLength());
      if (!one.getAddress().isLinkLocalAddress()) {
        subnets.add(subnet);
      }
      InetAddress plain = NetworkOrder.address(one.getAddress().getAddress());
      if (plain instanceof Inet6Address address) {
        own.add(new Own(address, subnet));
      }
    }
    return new Link(nic.getIndex(), mac, own, subnets);
  }

  private static List<Segment> segments(NetworkInterface nic, byte[] mac) {
    List<Segment> found = new ArrayList<>();
    for (InterfaceAddress address : nic.getInterfaceAddresses()) {
      if (address.getAddress() instanceof Inet4Address own
          && address.getNetworkPrefixLength() < Integer.SIZE) {
        int number = SweepHosts.number(own);
        found.add(new Segment(nic.getIndex(), mac, number, address.getNetworkPrefixLength()));
      }
    }
    return found;
  }

  /// The subnets we stand in.
  List<Segment> segments() {
    return segments;
  }

  /// The interfaces to Ethernet segments.
  List<Link> links() {
    return links;
  }

  /// Our own address on the way to each host; 0 where there is no way. No packet is sent for it.
  int[] sources(SweepHosts hosts) {
    int[] sources = new int[hosts.size()];
    Map<Long, Integer> known = new HashMap<>();
    for (int i = 0; i < sources.length; i++) {
      int address = hosts.address(i);
      Long group = group(address);
      Integer source = known.get(group);
      if (source == null) {
        source = source(address);
        known.put(group, source);
      }
      sources[i] = source;
    }
    return sources;
  }

  private long group(int address) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).contains(address)) {
        return -1L - i;
      }
    }
    return address >>> 8;
  }

  private static int source(int address) {
    try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
      channel.connect(new InetSocketAddress(SweepHosts.inet(address), ANY_PORT));
      return channel.getLocalAddress() instanceof InetSocketAddress local
          ? SweepHosts.number(local.getAddress())
          : 0;
    } catch (IOException noRoute) {
      return 0;
    }
  }
}
