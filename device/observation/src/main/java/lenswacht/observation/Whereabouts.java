package lenswacht.observation;

import java.net.InetAddress;
import java.util.List;

/// Where on a network a device stands: what its own settings say, and what it heard without sending
/// anything. An empty list means not determined, never none.
///
/// @param network name of the network interface
/// @param addresses the device's own addresses on it
/// @param gateways routers towards other networks
/// @param suffixes domain names that the network hands out
/// @param vlans VLAN numbers that were announced or seen in tags
/// @param switchPorts ports of switches that announced themselves on this cable
/// @param standing whether the own addresses lie inside the mandate
public record Whereabouts(
    String network,
    List<InetAddress> addresses,
    List<InetAddress> gateways,
    List<String> suffixes,
    List<Integer> vlans,
    List<SwitchPort> switchPorts,
    Standing standing) {
  private static final int LONGEST = 256;

  public Whereabouts {
    addresses = List.copyOf(addresses);
    gateways = List.copyOf(gateways);
    suffixes = suffixes.stream().map(text -> CleanText.of(text, LONGEST)).toList();
    vlans = List.copyOf(vlans);
    switchPorts = List.copyOf(switchPorts);
  }

  /// A port of a switch, as the switch announced it. Texts are empty where it did not say.
  ///
  /// @param protocol `lldp` or `cdp`
  /// @param name of the switch
  /// @param hardware address or other identity of the switch, as text
  /// @param port name of the port
  /// @param vlan number of the VLAN that untagged frames of the port belong to, 0 where not said
  /// @param management address at which the switch is managed, as text
  public record SwitchPort(
      String protocol, String name, String hardware, String port, int vlan, String management) {
    public SwitchPort {
      name = CleanText.of(name, LONGEST);
      hardware = CleanText.of(hardware, LONGEST);
      port = CleanText.of(port, LONGEST);
      management = CleanText.of(management, LONGEST);
    }
  }

  /// Whether a device stands where its mandate is.
  public enum Standing {
    /// Every own address lies inside the mandate.
    INSIDE,
    /// Some own addresses do.
    PARTLY,
    /// No own address does.
    OUTSIDE,
    /// There is no own address, or no mandate.
    NOT_DETERMINED
  }
}
