package lenswacht.probe.frame;

import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// The fixed header of an RTP packet (RFC 3550). The payload, which may be a picture, is never
/// read.
///
/// @param payload number of the payload's type, 0 to 127
/// @param sequence 0 to 65535
/// @param source the stream's synchronisation source
public record RtpHeader(int payload, int sequence, long source) {
  /// Length of the header, in octets.
  public static final int LENGTH = 12;

  private static final int FIRST_CONTROL = 64;
  private static final int LAST_CONTROL = 95;

  /// Reads a header.
  public static Parsed<RtpHeader> parse(Bytes bytes) {
    if (bytes.length() < LENGTH || bytes.at(0) >> 6 != 2) {
      return Parsed.bad("the datagram does not begin with an RTP header");
    }
    int payload = bytes.at(1) & 0x7f;
    if (payload >= FIRST_CONTROL && payload <= LAST_CONTROL) {
      return Parsed.bad("the datagram is RTP control");
    }
    return Parsed.good(new RtpHeader(payload, Octets.big16(bytes, 2), Octets.big32(bytes, 8)));
  }
}
