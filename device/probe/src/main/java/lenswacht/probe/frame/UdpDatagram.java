package lenswacht.probe.frame;

import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// One UDP datagram (RFC 768).
///
/// @param sourcePort the port it was sent from
/// @param port the port it was sent to
/// @param payload what it holds
/// @param isCut whether its end is missing
public record UdpDatagram(int sourcePort, int port, Bytes payload, boolean isCut) {
  private static final int HEADER = 8;

  /// Reads a datagram.
  public static Parsed<UdpDatagram> parse(Bytes bytes) {
    if (bytes.length() < HEADER) {
      return Parsed.bad("the datagram is shorter than its header");
    }
    int length = Octets.big16(bytes, 4);
    if (length != 0 && length < HEADER) {
      return Parsed.bad("the datagram says that it ends in its header");
    }
    int end = length == 0 ? bytes.length() : Math.min(bytes.length(), length);
    return Parsed.good(
        new UdpDatagram(
            Octets.big16(bytes, 0),
            Octets.big16(bytes, 2),
            bytes.slice(HEADER, end),
            length > bytes.length()));
  }
}
