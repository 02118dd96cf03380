package lenswacht.probe.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;

/// An Ethernet frame with one ICMPv6 message between neighbours.
///
/// @param sender hardware address of who sent it
/// @param source IPv6 address of who sent it
/// @param hopsLeft hop limit of its packet
/// @param message the ICMPv6 message
record NeighbourFrame(MacAddress sender, InetAddress source, int hopsLeft, Bytes message) {
  /// Length of an echo to all hosts, as a frame.
  static final int ECHO_LENGTH = 66;

  /// Length of a solicitation, as a frame.
  static final int SOLICITATION_LENGTH = 86;

  private static final int ETHERNET = 14;
  private static final int HEADER = 40;
  private static final int IPV6 = 0x86dd;
  private static final int ICMPV6 = 58;
  private static final int SOURCE_HARDWARE = 0x0101;
  private static final int GROUP_HARDWARE = 0x3333;
  private static final int ALL_HOSTS = 1;
  private static final int SOLICITED = 0xff;

  /// Writes an echo to all hosts of the segment (`ff02::1`) at `at`.
  ///
  /// @param mac our own hardware address
  /// @param source our own address
  static void writeEcho(
      byte[] octets, int at, byte[] mac, Inet6Address source, int id, int secret) {
    int message = at + ETHERNET + HEADER;
    EchoMessage.write(octets, message, EchoMessage.REQUEST_6, id, secret);
    writeHeaders(octets, at, mac, source, EchoMessage.LENGTH);
    NetworkOrder.putInt(octets, at + 50, ALL_HOSTS);
    finish(octets, at, EchoMessage.LENGTH);
  }

  /// Writes the question who has `sought`, to the group that its owner must have joined, at `at`.
  static void writeSolicitation(
      byte[] octets, int at, byte[] mac, Inet6Address source, Inet6Address sought) {
    int message = at + ETHERNET + HEADER;
    int length = SOLICITATION_LENGTH - ETHERNET - HEADER;
    byte[] wanted = sought.getAddress();
    NetworkOrder.putShort(octets, message, NeighbourMessage.SOLICITATION << 8);
    NetworkOrder.putInt(octets, message + 4, 0);
    System.arraycopy(wanted, 0, octets, message + 8, wanted.length);
    NetworkOrder.putShort(octets, message + 24, SOURCE_HARDWARE);
    System.arraycopy(mac, 0, octets, message + 26, mac.length);
    writeHeaders(octets, at, mac, source, length);
    NetworkOrder.putInt(octets, at + 46, ALL_HOSTS);
    NetworkOrder.putInt(
        octets, at + 50, SOLICITED << 24 | NetworkOrder.intAt(wanted, 12) & 0xffffff);
    finish(octets, at, length);
  }

  /// Headers but for the end of the group's address, which decides its hardware address.
  private static void writeHeaders(
      byte[] octets, int at, byte[] mac, Inet6Address source, int length) {
    System.arraycopy(mac, 0, octets, at + 6, mac.length);
    NetworkOrder.putShort(octets, at + 12, IPV6);
    NetworkOrder.putInt(octets, at + 14, 0x6000_0000);
    NetworkOrder.putShort(octets, at + 18, length);
    NetworkOrder.putShort(octets, at + 20, ICMPV6 << 8 | NeighbourMessage.NEVER_ROUTED);
    System.arraycopy(source.getAddress(), 0, octets, at + 22, 16);
    NetworkOrder.putInt(octets, at + 38, 0xff02_0000);
    NetworkOrder.putInt(octets, at + 42, 0);
    NetworkOrder.putInt(octets, at + 46, 0);
  }

  private static void finish(byte[] octets, int at, int length) {
    NetworkOrder.putShort(octets, at, GROUP_HARDWARE);
    System.arraycopy(octets, at + 50, octets, at + 2, 4);
    int message = at + ETHERNET + HEADER;
    NetworkOrder.putShort(octets, message + 2, 0);
    int sum = NetworkOrder.sum(octets, at + 22, 32) + length + ICMPV6;
    NetworkOrder.putShort(
        octets,
        message + 2,
        NetworkOrder.checksum(sum + NetworkOrder.sum(octets, message, length)));
  }

  /// Reads a frame of `length` octets at `at`.
  ///
  /// @param mac our own hardware address; what is not addressed to it does not count
  /// @return empty where it is no whole ICMPv6 message to us
  static Optional<NeighbourFrame> parse(byte[] octets, int at, int length, byte[] mac) {
    if (length < ETHERNET + HEADER
        || !NetworkOrder.isAt(octets, at, mac)
        || NetworkOrder.shortAt(octets, at + 12) != IPV6
        || NetworkOrder.octet(octets, at + 14) >> 4 != 6
        || NetworkOrder.octet(octets, at + 20) != ICMPV6) {
      return Optional.empty();
    }
    int from = at + ETHERNET + HEADER;
    int size = NetworkOrder.shortAt(octets, at + 18);
    InetAddress source = NetworkOrder.address(octets, at + 22, 16);
    if (size > at + length - from || !(source instanceof Inet6Address)) {
      return Optional.empty();
    }
    Bytes message = Bytes.of(Arrays.copyOfRange(octets, from, from + size));
    return NetworkOrder.hardware(octets, at + 6)
        .map(
            sender ->
                new NeighbourFrame(sender, source, NetworkOrder.octet(octets, at + 21), message));
  }
}
