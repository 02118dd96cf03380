package lenswacht.agent.service;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import lenswacht.observation.AddressSet;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.OutsideEndpoint;

/// A mandate as rules for the system's packet filter (nftables), at the last place that every
/// packet passes before it leaves: packets that a program builds by itself as well. The rules lapse
/// by themselves when the mandate ends.
///
/// @param mandate verified, and in force
/// @param door name of the network interface
/// @param groups multicast groups that cameras are searched by
/// @param neverPorts ports that are never opened, wherever
public record PacketFilter(
    Mandate mandate, String door, List<InetAddress> groups, Collection<Integer> neverPorts) {
  /// Name of the table.
  public static final String TABLE = "lenswacht";

  public PacketFilter {
    if (!door.matches("[a-z][a-z0-9]{0,14}")) {
      throw new IllegalArgumentException("'" + door + "' is no name of a network interface");
    }
    groups = List.copyOf(groups);
    neverPorts = neverPorts.stream().sorted().distinct().toList();
  }

  /// The rules as `nft -f` reads them, in place of those that were there, in one step.
  ///
  /// @param now from when the time that is left counts
  public String rules(Instant now) {
    long seconds = Math.max(1, Duration.between(now, mandate.until()).toSeconds());
    StringBuilder text = new StringBuilder();
    text.append("# mandate ").append(mandate.id().replaceAll("[^A-Za-z0-9._-]", "?")).append('\n');
    text.append("table netdev ").append(TABLE).append(" {}\ndelete table netdev ").append(TABLE);
    text.append("\ntable netdev ").append(TABLE).append(" {\n");
    if (mandate.intrusiveness().compareTo(Intrusiveness.ASK) >= 0) {
      AddressSet allowed =
          new AddressSet(mandate.scope().ranges())
              .minus(new AddressSet(mandate.scope().exclusions()));
      text.append("  set open {\n    type ether_type\n    flags timeout\n    elements = { ");
      text.append(
          "arp timeout %1$ds, ip timeout %1$ds, ip6 timeout %1$ds }\n  }\n".formatted(seconds));
      text.append(set("hosts4", "ipv4_addr", ranges(allowed, true)));
      text.append(set("hosts6", "ipv6_addr", ranges(allowed, false)));
      text.append(set("groups4", "ipv4_addr", groups(true)));
      text.append(set("groups6", "ipv6_addr", groups(false)));
      text.append(chain(openRules()));
    } else {
      text.append(chain(""));
    }
    return text.append("}\n").toString();
  }

  private String chain(String rules) {
    return "  chain egress {\n    type filter hook egress device \""
        + door
        + "\" priority filter; policy drop;\n"
        + rules
        + "    counter comment \"kept back\"\n  }\n";
  }

  private String openRules() {
    StringBuilder rules = new StringBuilder();
    line(rules, "meta protocol != @open drop");
    // Whose hardware address is asked for: of hosts in the mandate, and now and then of a router.
    line(rules, "arp operation reply accept");
    line(rules, "arp daddr ip @hosts4 accept");
    line(rules, "meta protocol arp limit rate 2/second burst 5 packets accept");
    line(rules, "udp sport 68 udp dport 67 accept");
    line(rules, "ip6 daddr ff02::1:2 udp sport 546 udp dport 547 accept");
    line(rules, "ip protocol igmp accept");
    line(rules, "ip6 hoplimit 255 icmpv6 type { 133, 135, 136 } accept");
    line(rules, "icmpv6 type { 131, 143 } ip6 daddr ff02::/16 accept");
    if (!neverPorts.isEmpty()) {
      String ports = neverPorts.stream().map(String::valueOf).collect(Collectors.joining(", "));
      line(rules, "meta l4proto { tcp, udp } th dport { " + ports + " } drop");
    }
    line(rules, "ip daddr @hosts4 accept");
    line(rules, "ip6 daddr @hosts6 accept");
    line(rules, "ip daddr @groups4 udp dport 1-65535 accept");
    line(rules, "ip6 daddr @groups6 udp dport 1-65535 accept");
    for (OutsideEndpoint endpoint : mandate.wayOut()) {
      String family = endpoint.address() instanceof Inet4Address ? "ip" : "ip6";
      line(
          rules,
          family
              + " daddr "
              + text(endpoint.address())
              + " tcp dport "
              + endpoint.port()
              + " accept");
    }
    if (!mandate.wayOut().isEmpty()) {
      line(rules, "udp dport 53 limit rate 10/minute burst 5 packets accept");
    }
    return rules.toString();
  }

  private static void line(StringBuilder rules, String rule) {
    rules.append("    ").append(rule).append('\n');
  }

  private static String set(String name, String type, List<String> elements) {
    String filled =
        elements.isEmpty() ? "" : "    elements = { " + String.join(", ", elements) + " }\n";
    return "  set " + name + " {\n    type " + type + "\n    flags interval\n" + filled + "  }\n";
  }

  private static List<String> ranges(AddressSet set, boolean four) {
    return set.ranges().stream()
        .filter(range -> range.base() instanceof Inet4Address == four)
        .map(range -> text(range.base()) + "/" + range.prefixLength())
        .toList();
  }

  private List<String> groups(boolean four) {
    return groups.stream()
        .filter(group -> group instanceof Inet4Address == four)
        .map(PacketFilter::text)
        .distinct()
        .sorted()
        .toList();
  }

  /// Without the name of an interface, which means nothing in a rule.
  private static String text(InetAddress address) {
    return address.getHostAddress().replaceFirst("%.*", "");
  }
}
