package lenswacht.probe.frame;

import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
import lenswacht.probe.question.Parsed;

/// One message of the spanning tree (IEEE 802.1D, 802.1w): which bridge is the root, and which one
/// sends here.
///
/// @param root hardware address of the root bridge
/// @param bridge hardware address of the bridge at the other end of this cable
/// @param port number of the bridge's port, with its priority
public record BridgeMessage(Optional<MacAddress> root, Optional<MacAddress> bridge, int port) {
  /// The LLC header in front of it, hex.
  public static final String HEADER = "424203";

  private static final int LENGTH = 35;

  /// Reads a message, from its protocol number on.
  public static Parsed<BridgeMessage> parse(Bytes bytes) {
    if (bytes.length() < LENGTH || Octets.big16(bytes, 0) != 0) {
      return Parsed.bad("the message is no configuration of a spanning tree");
    }
    if (bytes.at(3) != 0 && bytes.at(3) != 2) {
      return Parsed.bad("the message tells of a change only");
    }
    return Parsed.good(
        new BridgeMessage(
            Octets.hardware(bytes, 7), Octets.hardware(bytes, 19), Octets.big16(bytes, 25)));
  }
}
