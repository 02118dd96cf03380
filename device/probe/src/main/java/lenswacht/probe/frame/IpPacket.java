package lenswacht.probe.frame;

import java.net.InetAddress;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// One IP packet, version 4 or 6, without its headers.
///
/// @param source who sent it
/// @param destination for whom
/// @param protocol number of the protocol inside
/// @param hopsLeft time to live, or hop limit: 255 where no router can have passed it on
/// @param isFragment whether it is a part of a larger packet; parts are not put together
/// @param payload what it holds, without what follows the packet in its frame
public record IpPacket(
    InetAddress source,
    InetAddress destination,
    int protocol,
    int hopsLeft,
    boolean isFragment,
    Bytes payload) {
  /// Number of IGMP.
  public static final int IGMP = 2;

  /// Number of TCP.
  public static final int TCP = 6;

  /// Number of UDP.
  public static final int UDP = 17;

  /// Number of ICMPv6.
  public static final int ICMPV6 = 58;

  private static final int HEADER_4 = 20;
  private static final int HEADER_6 = 40;
  private static final int MOST_EXTENSIONS = 8;
  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int DESTINATION = 60;

  /// Reads a packet of the version that its first octet names.
  public static Parsed<IpPacket> parse(Bytes bytes) {
    if (bytes.length() < 1) {
      return Parsed.bad("the packet is empty");
    }
    return switch (bytes.at(0) >> 4) {
      case 4 -> version4(bytes);
      case 6 -> version6(bytes);
      default -> Parsed.bad("the packet is neither of version 4 nor of version 6");
    };
  }

  private static Parsed<IpPacket> version4(Bytes bytes) {
    int header = (bytes.at(0) & 15) * 4;
    if (header < HEADER_4 || bytes.length() < header) {
      return Parsed.bad("the packet is shorter than its header");
    }
    int total = Octets.big16(bytes, 2);
    if (total != 0 && total < header) {
      return Parsed.bad("the packet says that it ends in its header");
    }
    // Zero where the network card was to fill it in.
    int end = total == 0 ? bytes.length() : Math.min(bytes.length(), total);
    return Parsed.good(
        new IpPacket(
            Octets.address(bytes, 12, 4),
            Octets.address(bytes, 16, 4),
            bytes.at(9),
            bytes.at(8),
            (Octets.big16(bytes, 6) & 0x3fff) != 0,
            bytes.slice(header, end)));
  }

  private static Parsed<IpPacket> version6(Bytes bytes) {
    if (bytes.length() < HEADER_6) {
      return Parsed.bad("the packet is shorter than its header");
    }
    int length = Octets.big16(bytes, 4);
    int end = length == 0 ? bytes.length() : Math.min(bytes.length(), HEADER_6 + length);
    int next = bytes.at(6);
    int at = HEADER_6;
    boolean fragment = false;
    for (int i = 0; isExtension(next); i++) {
      if (i == MOST_EXTENSIONS || at + 8 > end) {
        return Parsed.bad("the packet ends in its extension headers, or has too many");
      }
      boolean atomic = next == FRAGMENT && (Octets.big16(bytes, at + 2) & 0xfff9) == 0;
      fragment |= next == FRAGMENT && !atomic;
      int size = next == FRAGMENT ? 8 : 8 + 8 * bytes.at(at + 1);
      next = bytes.at(at);
      at += size;
    }
    return at > end
        ? Parsed.bad("the packet ends in its extension headers")
        : Parsed.good(
            new IpPacket(
                Octets.address(bytes, 8, 16),
                Octets.address(bytes, 24, 16),
                next,
                bytes.at(7),
                fragment,
                bytes.slice(at, end)));
  }

  private static boolean isExtension(int number) {
    return number == HOP_BY_HOP || number == ROUTING || number == FRAGMENT || number == DESTINATION;
  }
}
