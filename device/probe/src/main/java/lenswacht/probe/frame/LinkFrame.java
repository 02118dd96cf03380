package lenswacht.probe.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
import lenswacht.probe.net.Overheard;
import lenswacht.probe.question.Parsed;

/// One frame without its outermost headers: Ethernet II or 802.3 with 802.1Q and 802.1ad tags,
/// Linux cooked, or bare IP.
///
/// @param source who put it on this cable, where the frame says
/// @param vlans numbers of its VLAN tags, the outermost first; tags that only carry a priority are
///     left out
/// @param protocol the EtherType; below 1536 the length of an 802.3 frame with an LLC header
/// @param payload what follows
public record LinkFrame(
    Optional<MacAddress> source, List<Integer> vlans, int protocol, Bytes payload) {
  /// EtherType of IPv4.
  public static final int IPV4 = 0x0800;

  /// EtherType of IPv6.
  public static final int IPV6 = 0x86dd;

  /// EtherType of ARP.
  public static final int ARP = 0x0806;

  /// EtherType of LLDP.
  public static final int LLDP = 0x88cc;

  /// Below this an EtherType is a length.
  public static final int SMALLEST_TYPE = 0x0600;

  private static final int ETHERNET = 14;
  private static final int COOKED = 16;
  private static final int COOKED_2 = 20;
  private static final int MOST_TAGS = 4;

  /// In Linux cooked frames this stands for 802.3 with an LLC header.
  private static final int COOKED_LLC = 4;

  public LinkFrame {
    vlans = List.copyOf(vlans);
  }

  /// Reads a frame.
  public static Parsed<LinkFrame> parse(Overheard.Frame frame) {
    Bytes bytes = frame.bytes();
    return switch (frame.link()) {
      case ETHERNET -> ethernet(bytes);
      case LINUX_COOKED -> cooked(bytes, COOKED, 14, 4, 6);
      case LINUX_COOKED_2 -> cooked(bytes, COOKED_2, 0, 11, 12);
      case RAW_IP -> internet(bytes);
      case LOOPBACK ->
          bytes.length() < 4
              ? Parsed.bad("the frame is shorter than its family")
              : internet(bytes.slice(4, bytes.length()));
      case UNKNOWN -> Parsed.bad("frames of this kind of link are not read");
    };
  }

  private static Parsed<LinkFrame> ethernet(Bytes bytes) {
    if (bytes.length() < ETHERNET) {
      return Parsed.bad("the frame is shorter than an Ethernet header");
    }
    return tagged(Octets.hardware(bytes, 6), Octets.big16(bytes, 12), bytes, ETHERNET);
  }

  private static Parsed<LinkFrame> cooked(
      Bytes bytes, int header, int typeAt, int lengthAt, int addressAt) {
    if (bytes.length() < header) {
      return Parsed.bad("the frame is shorter than a Linux cooked header");
    }
    int length = header == COOKED_2 ? bytes.at(lengthAt) : Octets.big16(bytes, lengthAt);
    Optional<MacAddress> source =
        length == 6 ? Octets.hardware(bytes, addressAt) : Optional.empty();
    return tagged(source, Octets.big16(bytes, typeAt), bytes, header);
  }

  private static Parsed<LinkFrame> internet(Bytes bytes) {
    if (bytes.length() < 1) {
      return Parsed.bad("the frame is empty");
    }
    return switch (bytes.at(0) >> 4) {
      case 4 -> Parsed.good(new LinkFrame(Optional.empty(), List.of(), IPV4, bytes));
      case 6 -> Parsed.good(new LinkFrame(Optional.empty(), List.of(), IPV6, bytes));
      default -> Parsed.bad("the frame does not begin with an IP header");
    };
  }

  private static Parsed<LinkFrame> tagged(
      Optional<MacAddress> source, int type, Bytes bytes, int header) {
    List<Integer> vlans = new ArrayList<>();
    int protocol = type;
    int at = header;
    for (int tags = 0; isTag(protocol); tags++) {
      if (tags == MOST_TAGS || at + 4 > bytes.length()) {
        return Parsed.bad("the frame ends in its VLAN tags, or has too many");
      }
      int vlan = Octets.big16(bytes, at) & 0xfff;
      if (vlan != 0) {
        vlans.add(vlan);
      }
      protocol = Octets.big16(bytes, at + 2);
      at += 4;
    }
    int end = bytes.length();
    if (protocol < SMALLEST_TYPE && protocol != COOKED_LLC) {
      end = Math.min(end, at + protocol);
    }
    return Parsed.good(new LinkFrame(source, vlans, protocol, bytes.slice(at, end)));
  }

  private static boolean isTag(int type) {
    return type == 0x8100 || type == 0x88a8 || type == 0x9100;
  }
}
