package lenswacht.link.serial;

import java.util.Arrays;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// One packet on the line.
///
/// @param kind what it is for
/// @param from the number that the sender drew when it opened the line
/// @param to the number of the other end as far as the sender knows it, 0 if it does not
/// @param sequence of the payload: 0, 1, 2 ... modulo 2^32; of no meaning without one
/// @param expected the sequence number that the sender waits for: everything before it has arrived
/// @param payload at most [#LONGEST] octets; only in packets of kind LOAD
public record LinePacket(Kind kind, int from, int to, int sequence, int expected, Bytes payload) {
  /// Longest payload, in octets: short enough to get through where one bit in 10,000 falls over.
  public static final int LONGEST = 1024;

  public LinePacket {
    if (payload.length() > LONGEST) {
      throw new IllegalArgumentException("a packet carries at most " + LONGEST + " octets");
    }
    if (from == 0) {
      throw new IllegalArgumentException("the number of an end is not 0");
    }
  }

  /// What a packet is for.
  public enum Kind {
    /// Says who is there, until both ends know each other.
    HELLO(1),
    /// Carries octets.
    LOAD(2),
    /// Says what has arrived, and that the sender is still there.
    BEAT(3),
    /// Says that the sender leaves.
    BYE(4);

    private final int octet;

    Kind(int octet) {
      this.octet = octet;
    }

    /// What stands for this kind on the line.
    int octet() {
      return octet;
    }

    /// The kind that `octet` stands for, if any.
    static Optional<Kind> of(int octet) {
      return Arrays.stream(values()).filter(kind -> kind.octet == octet).findFirst();
    }
  }
}
