package lenswacht.probe.frame;

import java.net.InetAddress;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
import lenswacht.probe.question.Parsed;

/// One ARP message for IPv4 over Ethernet (RFC 826). A host that asks tells its own address too;
/// one that probes for an address (RFC 5227) has none yet.
///
/// @param senderHardware hardware address of who speaks
/// @param sender IPv4 address of who speaks; 0.0.0.0 in a probe
/// @param sought the address that it is about
/// @param isReply whether it answers
public record ArpMessage(
    MacAddress senderHardware, InetAddress sender, InetAddress sought, boolean isReply) {
  private static final int LENGTH = 28;

  /// Reads a message.
  public static Parsed<ArpMessage> parse(Bytes bytes) {
    if (bytes.length() < LENGTH) {
      return Parsed.bad("the ARP message is shorter than " + LENGTH + " octets");
    }
    if (!bytes.head(6).hex().equals("000108000604")) {
      return Parsed.bad("the ARP message is not about IPv4 over Ethernet");
    }
    int operation = Octets.big16(bytes, 6);
    if (operation != 1 && operation != 2) {
      return Parsed.bad("the ARP message neither asks nor answers");
    }
    return Octets.hardware(bytes, 8)
        .map(
            hardware ->
                Parsed.good(
                    new ArpMessage(
                        hardware,
                        Octets.address(bytes, 14, 4),
                        Octets.address(bytes, 24, 4),
                        operation == 2)))
        .orElseGet(() -> Parsed.bad("the ARP message comes from no single host"));
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
