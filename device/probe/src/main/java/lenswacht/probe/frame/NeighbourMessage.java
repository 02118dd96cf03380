package lenswacht.probe.frame;

import java.net.InetAddress;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
import lenswacht.probe.question.Parsed;

/// One message of IPv6 neighbour discovery (RFC 4861): a solicitation, an advertisement, or a
/// router's advertisement.
///
/// @param kind which
/// @param subject the address that it is about; of a router's advertisement, the router's own
/// @param hardware hardware address of the sender (or of the advertised address), where it is told
public record NeighbourMessage(Kind kind, InetAddress subject, Optional<MacAddress> hardware) {
  private static final int ROUTER_ADVERTISEMENT = 134;
  private static final int SOLICITATION = 135;
  private static final int ADVERTISEMENT = 136;
  private static final int SOURCE_HARDWARE = 1;
  private static final int SUBJECT_HARDWARE = 2;
  private static final int MOST_OPTIONS = 32;
  private static final int NEVER_ROUTED = 255;

  /// The kinds of message.
  public enum Kind {
    /// Who has this address?
    SOLICITATION,
    /// I have this address.
    ADVERTISEMENT,
    /// I am a router.
    ROUTER
  }

  /// Whether the type octet of an ICMPv6 message says neighbour discovery of these kinds.
  public static boolean isOne(Bytes icmp) {
    return icmp.length() > 0 && icmp.at(0) >= ROUTER_ADVERTISEMENT && icmp.at(0) <= ADVERTISEMENT;
  }

  /// Reads the message inside `packet`. Messages that a router may have passed on are refused, as
  /// the standard says.
  public static Parsed<NeighbourMessage> parse(IpPacket packet) {
    Bytes bytes = packet.payload();
    if (packet.hopsLeft() != NEVER_ROUTED) {
      return Parsed.bad("the message may come from another network");
    }
    if (!isOne(bytes)) {
      return Parsed.bad("the message is none of neighbour discovery");
    }
    return switch (bytes.at(0)) {
      case ROUTER_ADVERTISEMENT ->
          bytes.length() < 16
              ? Parsed.bad("the router's advertisement is too short")
              : Parsed.good(
                  new NeighbourMessage(
                      Kind.ROUTER, packet.source(), hardware(bytes, 16, SOURCE_HARDWARE)));
      case SOLICITATION -> about(Kind.SOLICITATION, bytes, SOURCE_HARDWARE);
      default -> about(Kind.ADVERTISEMENT, bytes, SUBJECT_HARDWARE);
    };
  }

  private static Parsed<NeighbourMessage> about(Kind kind, Bytes bytes, int wanted) {
    return bytes.length() < 24
        ? Parsed.bad("the message is shorter than an address")
        : Parsed.good(
            new NeighbourMessage(kind, Octets.address(bytes, 8, 16), hardware(bytes, 24, wanted)));
  }

  private static Optional<MacAddress> hardware(Bytes bytes, int from, int wanted) {
    int at = from;
    for (int i = 0; i < MOST_OPTIONS && at + 8 <= bytes.length(); i++) {
      int size = 8 * bytes.at(at + 1);
      if (size == 0 || at + size > bytes.length()) {
        return Optional.empty();
      }
      if (bytes.at(at) == wanted) {
        return Octets.hardware(bytes, at + 2);
      }
      at += size;
    }
    return Optional.empty();
  }
}
