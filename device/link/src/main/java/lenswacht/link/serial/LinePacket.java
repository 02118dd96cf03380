package lenswacht.link.serial;

import java.util.Arrays;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// One packet on the line.
///
/// @param kind what it is for
/// @param from the number that the sender drew when it opened the line
/// @param to the number of the other end as far as the sender knows it, 0 if it does not
/// @param stamp of this very sending: one higher than that of the packet sent before it, modulo
///     2^32, also where an earlier packet is sent again
/// @param sequence place in the stream: 0, 1, 2 ... modulo 2^32; of no meaning in packets of other
///     kinds than LOAD and BYE
/// @param receipt what the sender has received
/// @param payload at most [#LONGEST] octets; only in packets of kind LOAD
record LinePacket(
    Kind kind, int from, int to, int stamp, int sequence, Receipt receipt, Bytes payload) {
  /// Longest payload, in octets.
  static final int LONGEST = 24 * ReedSolomon.LONGEST_WORD - 4;

  LinePacket {
    if (payload.length() > LONGEST) {
      throw new IllegalArgumentException("a packet carries at most " + LONGEST + " octets");
    }
    if (from == 0) {
      throw new IllegalArgumentException("the number of an end is not 0");
    }
  }

  /// What a packet is for.
  enum Kind {
    /// Says who is there, until both ends know each other.
    HELLO(1),
    /// Carries octets.
    LOAD(2),
    /// Says what has arrived, and that the sender is still there.
    BEAT(3),
    /// Wants a BEAT at once.
    ASK(4),
    /// Ends the stream, behind all that was carried.
    BYE(5);

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

  /// What an end has received, as it tells the other.
  ///
  /// @param expected the place in the stream that it waits for: everything before has arrived
  /// @param beyond what has arrived behind that: bit i is set if place `expected + 1 + i` has
  /// @param stamp the latest stamp that it saw
  /// @param room how many places from `expected` on it can take, 0 to 255
  /// @param strength how many wrong octets in a word it advises to guard against, at most
  ///     [LinePacketCodec#STRONGEST]
  record Receipt(int expected, int beyond, int stamp, int room, int strength) {
    Receipt {
      if (room < 0 || room > 255 || strength < 0 || strength > LinePacketCodec.STRONGEST) {
        throw new IllegalArgumentException("no such room or strength");
      }
    }
  }
}
