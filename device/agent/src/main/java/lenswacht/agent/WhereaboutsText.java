package lenswacht.agent;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lenswacht.observation.Whereabouts;
import lenswacht.observation.Whereabouts.SwitchPort;

/// Where the device stands, as lines for a terminal.
final class WhereaboutsText {
  private WhereaboutsText() {}

  /// A heading and one line for each thing; what is not known says so.
  static List<String> of(Whereabouts where) {
    List<String> lines = new ArrayList<>();
    lines.add("you are here: " + where.network() + ", " + standing(where));
    lines.add("  own addresses: " + addresses(where.addresses()));
    lines.add("  gateway: " + addresses(where.gateways()));
    lines.add("  VLAN: " + or(joined(where.vlans())));
    lines.add("  DNS suffix: " + or(String.join(", ", where.suffixes())));
    if (where.switchPorts().isEmpty()) {
      lines.add("  switch and port: not heard");
    }
    where.switchPorts().forEach(port -> lines.add("  switch and port: " + port(port)));
    return lines;
  }

  private static String standing(Whereabouts where) {
    return switch (where.standing()) {
      case INSIDE -> "inside the mandate";
      case PARTLY -> "partly inside the mandate";
      case OUTSIDE -> "outside the mandate";
      case NOT_DETERMINED -> "inside or outside a mandate not determined";
    };
  }

  private static String port(SwitchPort port) {
    return port.protocol()
        + ": "
        + or(port.name())
        + " ("
        + or(port.hardware())
        + "), port "
        + or(port.port())
        + (port.vlan() == 0 ? "" : ", VLAN " + port.vlan())
        + (port.management().isEmpty() ? "" : ", managed at " + port.management());
  }

  private static String addresses(List<InetAddress> addresses) {
    return or(
        addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String or(String text) {
    return text.isBlank() ? "not heard" : text;
  }
}
