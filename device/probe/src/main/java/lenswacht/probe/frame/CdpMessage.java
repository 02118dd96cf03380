package lenswacht.probe.frame;

import java.net.InetAddress;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// One announcement of the Cisco Discovery Protocol.
///
/// @param name what the speaker calls itself
/// @param port the port it speaks from
/// @param platform hardware, as text
/// @param software software version, as text
/// @param nativeVlan VLAN of untagged frames of the port, 0 where not said
/// @param address its first address
/// @param isSwitch whether it says that it forwards frames or packets for others
public record CdpMessage(
    String name,
    String port,
    String platform,
    String software,
    int nativeVlan,
    Optional<InetAddress> address,
    boolean isSwitch) {
  /// The LLC and SNAP header in front of it, hex.
  public static final String HEADER = "aaaa0300000c2000";

  private static final int MOST_PARTS = 64;
  private static final int NAME = 1;
  private static final int ADDRESSES = 2;
  private static final int PORT = 3;
  private static final int CAPABILITIES = 4;
  private static final int SOFTWARE = 5;
  private static final int PLATFORM = 6;
  private static final int NATIVE_VLAN = 10;
  private static final int MANAGEMENT = 22;
  private static final int FORWARDS = 0x0b;

  /// Reads an announcement, from its version octet on.
  public static Parsed<CdpMessage> parse(Bytes bytes) {
    if (bytes.length() < 8 || bytes.at(0) < 1 || bytes.at(0) > 2) {
      return Parsed.bad("the announcement is no CDP of version 1 or 2");
    }
    CdpMessage said = new CdpMessage("", "", "", "", 0, Optional.empty(), false);
    int at = 4;
    for (int i = 0; i < MOST_PARTS && at + 4 <= bytes.length(); i++) {
      int length = Octets.big16(bytes, at + 2);
      if (length < 4 || at + length > bytes.length()) {
        break;
      }
      said = said.with(Octets.big16(bytes, at), bytes.slice(at + 4, at + length));
      at += length;
    }
    return said.name.isEmpty() && said.platform.isEmpty()
        ? Parsed.bad("the announcement says neither name nor platform")
        : Parsed.good(said);
  }

  private CdpMessage with(int type, Bytes value) {
    String text = value.utf8().replace("\0", "");
    int number = value.length() >= 2 ? Octets.big16(value, 0) : 0;
    return switch (type) {
      case NAME -> new CdpMessage(text, port, platform, software, nativeVlan, address, isSwitch);
      case PORT -> new CdpMessage(name, text, platform, software, nativeVlan, address, isSwitch);
      case PLATFORM -> new CdpMessage(name, port, text, software, nativeVlan, address, isSwitch);
      case SOFTWARE -> new CdpMessage(name, port, platform, text, nativeVlan, address, isSwitch);
      case NATIVE_VLAN ->
          new CdpMessage(name, port, platform, software, number & 0xfff, address, isSwitch);
      case ADDRESSES, MANAGEMENT ->
          new CdpMessage(
              name, port, platform, software, nativeVlan, address.or(() -> first(value)), isSwitch);
      case CAPABILITIES -> {
        boolean forwards = value.length() == 4 && (Octets.big32(value, 0) & FORWARDS) != 0;
        yield new CdpMessage(name, port, platform, software, nativeVlan, address, forwards);
      }
      default -> this;
    };
  }

  /// The first of a list of addresses, where it is one of IPv4.
  private static Optional<InetAddress> first(Bytes value) {
    boolean internet =
        value.length() >= 13
            && value.slice(4, 7).hex().equals("0101cc")
            && Octets.big16(value, 7) == 4;
    return internet ? Octets.host(value, 9, 4) : Optional.empty();
  }
}
