package lenswacht.probe.gateway;

import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// The head of a router's answer by PCP (RFC 6887, section 7.2).
///
/// @param version of the protocol, as answered
/// @param code 0 for success, else why not
/// @param seconds for how long it has kept its mappings
public record PcpMessage(int version, int code, long seconds) {
  private static final int HEAD = 24;
  private static final int NAT_PMP_REFUSAL = 8;
  private static final int LONGEST = 1100;
  private static final int ANSWER = 0x80;
  private static final int ANNOUNCE = 0;
  private static final int UNSUPPORTED_VERSION = 1;

  /// Reads an answer. A router that knows only NAT-PMP answers in its shape that it does not know
  /// the version.
  public static Parsed<PcpMessage> parse(Bytes bytes) {
    if (bytes.length() > LONGEST) {
      return Parsed.bad("an answer of PCP has at most " + LONGEST + " octets");
    }
    if (bytes.length() >= NAT_PMP_REFUSAL && bytes.at(0) == 0) {
      return Octets.number(bytes, 2, 2) == UNSUPPORTED_VERSION
          ? Parsed.good(new PcpMessage(0, UNSUPPORTED_VERSION, Octets.number(bytes, 4, 4)))
          : Parsed.bad("the answer is of NAT-PMP and to another question");
    }
    if (bytes.length() < HEAD) {
      return Parsed.bad("an answer of PCP has at least " + HEAD + " octets");
    }
    if (bytes.at(1) != (ANSWER | ANNOUNCE)) {
      return Parsed.bad("the answer is to another question");
    }
    return Parsed.good(new PcpMessage(bytes.at(0), bytes.at(3), Octets.number(bytes, 8, 4)));
  }
}
