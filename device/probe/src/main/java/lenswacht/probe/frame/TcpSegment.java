package lenswacht.probe.frame;

import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// One TCP segment (RFC 9293), without its options.
///
/// @param sourcePort the port it was sent from
/// @param port the port it was sent to
/// @param opens whether it is the first of a connection
/// @param payload what it holds
public record TcpSegment(int sourcePort, int port, boolean opens, Bytes payload) {
  private static final int HEADER = 20;
  private static final int SYN = 2;
  private static final int ACK = 16;

  /// Reads a segment.
  public static Parsed<TcpSegment> parse(Bytes bytes) {
    if (bytes.length() < HEADER) {
      return Parsed.bad("the segment is shorter than its header");
    }
    int header = (bytes.at(12) >> 4) * 4;
    if (header < HEADER || header > bytes.length()) {
      return Parsed.bad("the segment ends in its header");
    }
    return Parsed.good(
        new TcpSegment(
            Octets.big16(bytes, 0),
            Octets.big16(bytes, 2),
            (bytes.at(13) & (SYN | ACK)) == SYN,
            bytes.slice(header, bytes.length())));
  }
}
