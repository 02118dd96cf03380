package lenswacht.probe.gateway;

import java.net.InetAddress;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// A router's answer to the question for its outer address (RFC 6886, section 3.2).
///
/// @param code 0 where it gave one, else why not
/// @param seconds for how long it has kept its mappings
/// @param outer the address; all zero where it has none
public record NatPmpMessage(int code, long seconds, InetAddress outer) {
  private static final int LENGTH = 12;
  private static final int REFUSAL_LENGTH = 8;
  private static final int ANSWER = 128;
  private static final InetAddress NONE = InetAddress.ofLiteral("0.0.0.0");

  /// Reads an answer. A refusal may end before the address.
  public static Parsed<NatPmpMessage> parse(Bytes bytes) {
    if (bytes.length() < REFUSAL_LENGTH || bytes.length() > LENGTH) {
      return Parsed.bad("an answer of NAT-PMP has 8 or 12 octets, not " + bytes.length());
    }
    if (bytes.at(0) != 0) {
      return Parsed.bad("the answer is of version " + bytes.at(0) + ", not of NAT-PMP");
    }
    int code = (int) Octets.number(bytes, 2, 2);
    boolean toAddress = bytes.at(1) == ANSWER;
    if (!toAddress && code == 0) {
      return Parsed.bad("the answer is to another question");
    }
    if (code == 0 && bytes.length() < LENGTH) {
      return Parsed.bad("the answer holds no address");
    }
    return Parsed.good(
        new NatPmpMessage(
            code,
            Octets.number(bytes, 4, 4),
            bytes.length() == LENGTH ? Octets.address(bytes, 8) : NONE));
  }
}
