package lenswacht.probe.net;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.observation.Mandate;

/// SNMP version 2c, GET of a fixed list of names: what the system is, what product, for how long it
/// has been up, how it is called, and its hardware address. It names the community only by its
// place
/// in the mandate, so that no other can be tried and no question holds the secret.
///
/// @param community which community of the mandate, counted from zero
public record SnmpRequest(int community) implements Request {
  /// The port of SNMP agents.
  public static final int PORT = 161;

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int GET = 0xa0;
  private static final String VERSION_2C = "01";
  private static final SecureRandom RANDOM = new SecureRandom();

  /// The names that are asked for, as they are written in BER: sysDescr.0, sysObjectID.0,
  /// sysUpTime.0, sysName.0, ifPhysAddress.1 and ifPhysAddress.2, the second as the first is often
  /// the way back to the host itself.
  private static final List<String> NAMES =
      List.of(
          "2b06010201010100",
          "2b06010201010200",
          "2b06010201010300",
          "2b06010201010500",
          "2b060102010202010601",
          "2b060102010202010602");

  public SnmpRequest {
    if (community < 0) {
      throw new IllegalArgumentException("communities are counted from zero");
    }
  }

  @Override
  public String question() {
    return "SNMP GET system, community " + (community + 1) + " of the mandate";
  }

  @Override
  public boolean isAskedOn(int port) {
    return port == PORT;
  }

  /// What goes over the line, under a fresh number.
  Bytes bytes(Mandate mandate) {
    return bytes(mandate, 1 + RANDOM.nextInt(Integer.MAX_VALUE - 1));
  }

  Bytes bytes(Mandate mandate, int number) {
    String name = mandate.snmpCommunities().get(community).name();
    StringBuilder wanted = new StringBuilder();
    NAMES.forEach(one -> wanted.append(tagged(SEQUENCE, tagged(0x06, one) + "0500")));
    String zero = tagged(INTEGER, "00");
    String get =
        tagged(
            GET,
            tagged(INTEGER, "%08x".formatted(number))
                + zero
                + zero
                + tagged(SEQUENCE, wanted.toString()));
    String secret = Bytes.of(name.getBytes(StandardCharsets.US_ASCII)).hex();
    return Bytes.fromHex(
        tagged(SEQUENCE, tagged(INTEGER, VERSION_2C) + tagged(OCTETS, secret) + get));
  }

  /// Tag, length and value, in hex; lengths up to 255.
  private static String tagged(int tag, String value) {
    int length = value.length() / 2;
    return "%02x".formatted(tag) + (length < 0x80 ? "" : "81") + "%02x".formatted(length) + value;
  }
}
