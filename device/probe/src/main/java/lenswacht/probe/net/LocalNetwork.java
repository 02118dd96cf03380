package lenswacht.probe.net;

import java.io.IOException;
import java.net.Inet4Address;
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

/// Where this computer stands: its local segments, and with which of its addresses it reaches
/// others.
final class LocalNetwork {
  private static final int ANY_PORT = 9;

  private final List<Segment> segments;

  private LocalNetwork(List<Segment> segments) {
    this.segments = segments;
  }

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

    boolean contains(int address) {
      return prefixLength == 0 || (address ^ own) >>> (Integer.SIZE - prefixLength) == 0;
    }
  }

  /// As it is at this moment.
  static LocalNetwork now() throws SocketException {
    List<Segment> found = new ArrayList<>();
    for (NetworkInterface nic : NetworkInterface.networkInterfaces().toList()) {
      try {
        found.addAll(segments(nic));
      } catch (SocketException gone) {
        // The interface was taken away while we looked.
      }
    }
    return new LocalNetwork(List.copyOf(found));
  }

  private static List<Segment> segments(NetworkInterface nic) throws SocketException {
    byte[] mac = nic.isUp() && !nic.isLoopback() ? nic.getHardwareAddress() : null;
    List<Segment> found = new ArrayList<>();
    if (mac == null || mac.length != 6 || nic.isPointToPoint()) {
      return found;
    }
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

  /// Our own address on the way to each host; 0 where there is no way. No packet is sent for it.
  int[] sources(SweepHosts hosts) throws IOException {
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

  private static int source(int address) throws IOException {
    try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
      channel.connect(new InetSocketAddress(SweepHosts.inet(address), ANY_PORT));
      return channel.getLocalAddress() instanceof InetSocketAddress local
          ? SweepHosts.number(local.getAddress())
          : 0;
    } catch (SocketException noRoute) {
      return 0;
    }
  }
}
