package lenswacht.probe.net;

import java.net.InetAddress;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;

/// One ARP message for IPv4 over Ethernet (RFC 826). A host that asks tells its own address too;
/// one that probes for an address (RFC 5227) has none yet.
///
/// @param senderHardware hardware address of who speaks
/// @param sender IPv4 address of who speaks; 0.0.0.0 in a probe
/// @param sought the address that it is about
/// @param isReply whether it answers
public record ArpMessage(
    MacAddress senderHardware, InetAddress sender, InetAddress sought, boolean isReply) {
  /// Length of a request as an Ethernet frame, without padding.
  static final int LENGTH = 42;

  /// The protocol's number in an Ethernet header.
  static final int ETHER_TYPE = 0x0806;

  private static final int HEADER = 14;
  private static final int ETHERNET = 1;
  private static final int IPV4 = 0x0800;
  private static final int LENGTHS = 0x0604;
  private static final int REQUEST = 1;
  private static final int REPLY = 2;

  /// Reads a message, which is what follows the Ethernet header.
  ///
  /// @return what it says; empty where it is none, or comes from no single host
  public static Optional<ArpMessage> parse(Bytes bytes) {
    return bytes.length() < LENGTH - HEADER
        ? Optional.empty()
        : parse(bytes.head(LENGTH - HEADER).toArray(), 0);
  }

  private static Optional<ArpMessage> parse(byte[] octets, int at) {
    int operation = NetworkOrder.shortAt(octets, at + 6);
    if (NetworkOrder.shortAt(octets, at) != ETHERNET
        || NetworkOrder.shortAt(octets, at + 2) != IPV4
        || NetworkOrder.shortAt(octets, at + 4) != LENGTHS
        || operation != REQUEST && operation != REPLY) {
      return Optional.empty();
    }
    return NetworkOrder.hardware(octets, at + 8)
        .map(
            hardware ->
                new ArpMessage(
                    hardware,
                    NetworkOrder.address(octets, at + 14, 4),
                    NetworkOrder.address(octets, at + 24, 4),
                    operation == REPLY));
  }

  /// Writes a request as a whole Ethernet frame at `at`.
  ///
  /// @param mac our own hardware address, six octets
  /// @param source our own IPv4 address
  static void write(byte[] octets, int at, byte[] mac, int source, int address) {
    for (int i = 0; i < 6; i++) {
      octets[at + i] = (byte) 0xff;
      octets[at + 6 + i] = mac[i];
      octets[at + 22 + i] = mac[i];
      octets[at + 32 + i] = 0;
    }
    NetworkOrder.putShort(octets, at + 12, ETHER_TYPE);
    NetworkOrder.putShort(octets, at + 14, ETHERNET);
    NetworkOrder.putShort(octets, at + 16, IPV4);
    NetworkOrder.putShort(octets, at + 18, LENGTHS);
    NetworkOrder.putShort(octets, at + 20, REQUEST);
    NetworkOrder.putInt(octets, at + 28, source);
    NetworkOrder.putInt(octets, at + 38, address);
  }

  /// Reads an Ethernet frame of `length` octets at `at`.
  ///
  /// @param mac our own hardware address; what is not addressed to it does not count
  /// @return what it says; empty where it is no answer to us
  static Optional<ArpMessage> answer(byte[] octets, int at, int length, byte[] mac) {
    boolean isOurs =
        length >= LENGTH
            && NetworkOrder.shortAt(octets, at + 12) == ETHER_TYPE
            && NetworkOrder.isAt(octets, at, mac);
    return isOurs ? parse(octets, at + HEADER).filter(ArpMessage::isReply) : Optional.empty();
  }

  /// Whether the host only looks whether an address is free.
  public boolean isProbe() {
    return sender.isAnyLocalAddress();
  }

  /// Whether the host tells everybody about itself, unasked.
  public boolean isGratuitous() {
    return sender.equals(sought);
  }
}
