package lenswacht.simulator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// An SNMP v2c question for one name.
///
/// @param operation tag of the operation
/// @param name the name asked for
/// @param community the community
record SnmpQuestion(int operation, String name, String community) {
  SnmpQuestion(int operation, String name) {
    this(operation, name, "public");
  }

  byte[] bytes() {
    return Ber.write(
        Ber.SEQUENCE,
        Ber.integer(BigInteger.ONE),
        Ber.write(Ber.OCTET_STRING, community.getBytes(StandardCharsets.US_ASCII)),
        Ber.write(
            operation,
            Ber.integer(BigInteger.valueOf(4711)),
            Ber.integer(BigInteger.ZERO),
            Ber.integer(BigInteger.ZERO),
            Ber.write(
                Ber.SEQUENCE,
                Ber.write(
                    Ber.SEQUENCE, Ber.name(ObjectIdentifier.parse(name)), Ber.write(Ber.NULL)))));
  }
}
