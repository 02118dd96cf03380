package lenswacht.probe.net;

import java.net.InetAddress;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;

/// One message of IPv6 neighbour discovery (RFC 4861): a solicitation, an advertisement, or a
/// router's advertisement.
///
/// @param kind which
/// @param subject the address that it is about; of a router's advertisement, the router's own
/// @param hardware hardware address of the sender (or of the advertised address), where it is told
public record NeighbourMessage(Kind kind, InetAddress subject, Optional<MacAddress> hardware) {
  /// The type octet of a solicitation.
  static final int SOLICITATION = 135;

  /// The type octet of an advertisement.
  static final int ADVERTISEMENT = 136;

  /// The hop limit of messages that no router passed on.
  static final int NEVER_ROUTED = 255;

  private static final int ROUTER_ADVERTISEMENT = 134;
  private static final int SOURCE_HARDWARE = 1;
  private static final int SUBJECT_HARDWARE = 2;
  private static final int MOST_OPTIONS = 32;

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

  /// Reads the ICMPv6 message `bytes`. A message that a router may have passed on is refused, as
  /// the standard says.
  ///
  /// @param source who sent the packet that held it
  /// @param hopsLeft hop limit of that packet
  /// @return what it says; empty where it is none
  public static Optional<NeighbourMessage> parse(InetAddress source, int hopsLeft, Bytes bytes) {
    if (hopsLeft != NEVER_ROUTED || !isOne(bytes)) {
      return Optional.empty();
    }
    byte[] octets = bytes.toArray();
    return switch (bytes.at(0)) {
      case ROUTER_ADVERTISEMENT ->
          octets.length < 16
              ? Optional.empty()
              : Optional.of(
                  new NeighbourMessage(Kind.ROUTER, source, hardware(octets, 16, SOURCE_HARDWARE)));
      case SOLICITATION -> about(Kind.SOLICITATION, octets, SOURCE_HARDWARE);
      default -> about(Kind.ADVERTISEMENT, octets, SUBJECT_HARDWARE);
    };
  }

  private static Optional<NeighbourMessage> about(Kind kind, byte[] octets, int wanted) {
    return octets.length < 24
        ? Optional.empty()
        : Optional.of(
            new NeighbourMessage(
                kind, NetworkOrder.address(octets, 8, 16), hardware(octets, 24, wanted)));
  }

  private static Optional<MacAddress> hardware(byte[] octets, int from, int wanted) {
    int at = from;
    for (int i = 0; i < MOST_OPTIONS && at + 8 <= octets.length; i++) {
      int size = 8 * NetworkOrder.octet(octets, at + 1);
      if (size == 0 || at + size > octets.length) {
        return Optional.empty();
      }
      if (NetworkOrder.octet(octets, at) == wanted) {
        return NetworkOrder.hardware(octets, at + 2);
      }
      at += size;
    }
    return Optional.empty();
  }
}
