package lenswacht.probe.frame;

import java.net.InetAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
import lenswacht.probe.question.Parsed;

/// One LLDP announcement (IEEE 802.1AB), with the port's VLAN (802.1Q, annex D) and the inventory
/// of LLDP-MED (ANSI/TIA-1057).
///
/// @param chassis identity of the speaker, as text
/// @param hardware its hardware address, where the chassis is named by one
/// @param port identity of the port, as text
/// @param name system name
/// @param description system description
/// @param vlan VLAN of untagged frames of the port, 0 where not said
/// @param management address at which it is managed
/// @param isSwitch whether it says that it forwards frames or packets for others, and does so now
/// @param fields what else it says, name to value
public record LldpMessage(
    String chassis,
    Optional<MacAddress> hardware,
    String port,
    String name,
    String description,
    int vlan,
    Optional<InetAddress> management,
    boolean isSwitch,
    Map<String, String> fields) {
  private static final int MOST_PARTS = 96;
  private static final int CHASSIS = 1;
  private static final int PORT = 2;
  private static final int PORT_DESCRIPTION = 4;
  private static final int NAME = 5;
  private static final int DESCRIPTION = 6;
  private static final int CAPABILITIES = 7;
  private static final int MANAGEMENT = 8;
  private static final int ORGANISATION = 127;
  private static final int BRIDGE_OR_ROUTER = 0x14;
  private static final int BY_HARDWARE_CHASSIS = 4;
  private static final int BY_HARDWARE_PORT = 3;
  private static final int BY_ADDRESS_CHASSIS = 5;
  private static final int BY_ADDRESS_PORT = 4;

  private static final Map<Integer, String> INVENTORY =
      Map.of(
          5, "hardware",
          6, "firmware",
          7, "software",
          8, "serial",
          9, "manufacturer",
          10, "model",
          11, "asset");

  public LldpMessage {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// Reads an announcement. A part that runs over the end ends it; without chassis and port it is
  /// none.
  public static Parsed<LldpMessage> parse(Bytes bytes) {
    Walk walk = new Walk();
    int at = 0;
    for (int i = 0; i < MOST_PARTS && at + 2 <= bytes.length(); i++) {
      int head = Octets.big16(bytes, at);
      int end = at + 2 + (head & 0x1ff);
      if (head == 0 || end > bytes.length()) {
        break;
      }
      walk.take(head >> 9, bytes.slice(at + 2, end));
      at = end;
    }
    return walk.chassis.isEmpty() || walk.port.isEmpty()
        ? Parsed.bad("the announcement names no chassis and port")
        : Parsed.good(walk.message());
  }

  /// What has been read so far.
  private static final class Walk {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private String chassis = "";
    private Optional<MacAddress> hardware = Optional.empty();
    private String port = "";
    private String name = "";
    private String description = "";
    private int vlan;
    private Optional<InetAddress> management = Optional.empty();
    private boolean isSwitch;

    void take(int type, Bytes value) {
      switch (type) {
        case CHASSIS -> {
          chassis = identity(value, BY_HARDWARE_CHASSIS, BY_ADDRESS_CHASSIS);
          if (value.length() == 7 && value.at(0) == BY_HARDWARE_CHASSIS) {
            hardware = Octets.hardware(value, 1);
          }
        }
        case PORT -> port = identity(value, BY_HARDWARE_PORT, BY_ADDRESS_PORT);
        case PORT_DESCRIPTION -> fields.put("portDescription", text(value));
        case NAME -> name = text(value);
        case DESCRIPTION -> description = text(value);
        case CAPABILITIES ->
            isSwitch = value.length() >= 4 && (Octets.big16(value, 2) & BRIDGE_OR_ROUTER) != 0;
        case MANAGEMENT -> management = management.or(() -> management(value));
        case ORGANISATION -> takeOrganisation(value);
        default -> {
          // Parts that say nothing that is kept.
        }
      }
    }

    private void takeOrganisation(Bytes value) {
      if (value.length() < 4) {
        return;
      }
      String organisation = value.head(3).hex();
      int subtype = value.at(3);
      if (organisation.equals("0080c2") && subtype == 1 && value.length() == 6) {
        vlan = Octets.big16(value, 4) & 0xfff;
      } else if (organisation.equals("0012bb")) {
        String field = INVENTORY.get(subtype);
        if (field != null) {
          fields.put(field, text(value.slice(4, value.length())));
        }
      }
    }

    LldpMessage message() {
      return new LldpMessage(
          chassis, hardware, port, name, description, vlan, management, isSwitch, fields);
    }
  }

  private static Optional<InetAddress> management(Bytes value) {
    if (value.length() < 2 || value.at(0) < 1 || value.length() < 1 + value.at(0)) {
      return Optional.empty();
    }
    return networkAddress(value.slice(1, 1 + value.at(0)));
  }

  /// An address behind the number of its family: 1 for IPv4, 2 for IPv6.
  private static Optional<InetAddress> networkAddress(Bytes value) {
    if (value.length() == 5 && value.at(0) == 1) {
      return Octets.host(value, 1, 4);
    }
    return value.length() == 17 && value.at(0) == 2 ? Octets.host(value, 1, 16) : Optional.empty();
  }

  private static String identity(Bytes value, int byHardware, int byAddress) {
    if (value.length() < 2) {
      return "";
    }
    Bytes rest = value.slice(1, value.length());
    if (value.at(0) == byHardware && rest.length() == 6) {
      return MacAddress.parse(rest.hex()).toString();
    }
    if (value.at(0) == byAddress) {
      return networkAddress(rest).map(InetAddress::getHostAddress).orElseGet(rest::hex);
    }
    return text(rest);
  }

  private static String text(Bytes value) {
    return value.utf8().replace("\0", "");
  }
}
