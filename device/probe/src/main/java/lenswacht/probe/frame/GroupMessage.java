package lenswacht.probe.frame;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// One report of a host that listens to multicast groups: IGMP version 1 to 3 (RFC 9776), or MLD
/// version 1 and 2 (RFC 9777).
///
/// @param joined the groups
public record GroupMessage(List<InetAddress> joined) {
  private static final int IGMP_1 = 0x12;
  private static final int IGMP_2 = 0x16;
  private static final int IGMP_3 = 0x22;
  private static final int MLD_1 = 131;
  private static final int MLD_2 = 143;
  private static final int MOST_GROUPS = 64;
  private static final int INCLUDE = 1;
  private static final int TO_INCLUDE = 3;
  private static final int BLOCK = 6;

  public GroupMessage {
    joined = List.copyOf(joined);
  }

  /// Reads an IGMP message.
  public static Parsed<GroupMessage> igmp(Bytes bytes) {
    if (bytes.length() < 8) {
      return Parsed.bad("the IGMP message is shorter than 8 octets");
    }
    return switch (bytes.at(0)) {
      case IGMP_1, IGMP_2 -> Parsed.good(new GroupMessage(group(bytes, 4, 4)));
      case IGMP_3 -> Parsed.good(new GroupMessage(groups(bytes, 4)));
      default -> Parsed.bad("the IGMP message reports no group");
    };
  }

  /// Reads an MLD message.
  public static Parsed<GroupMessage> mld(Bytes bytes) {
    if (bytes.length() < 8) {
      return Parsed.bad("the MLD message is shorter than 8 octets");
    }
    return switch (bytes.at(0)) {
      case MLD_1 ->
          bytes.length() < 24
              ? Parsed.bad("the MLD message is shorter than its group")
              : Parsed.good(new GroupMessage(group(bytes, 8, 16)));
      case MLD_2 -> Parsed.good(new GroupMessage(groups(bytes, 16)));
      default -> Parsed.bad("the MLD message reports no group");
    };
  }

  private static List<InetAddress> groups(Bytes bytes, int width) {
    List<InetAddress> joined = new ArrayList<>();
    int number = Math.min(MOST_GROUPS, Octets.big16(bytes, 6));
    int at = 8;
    for (int i = 0; i < number && at + 4 + width <= bytes.length(); i++) {
      int sources = Octets.big16(bytes, at + 2);
      boolean leaves =
          bytes.at(at) == BLOCK
              || (sources == 0 && (bytes.at(at) == INCLUDE || bytes.at(at) == TO_INCLUDE));
      if (!leaves) {
        joined.addAll(group(bytes, at + 4, width));
      }
      at += 4 + width + sources * width + 4 * bytes.at(at + 1);
    }
    return joined;
  }

  private static List<InetAddress> group(Bytes bytes, int at, int width) {
    InetAddress group = Octets.address(bytes, at, width);
    return group.isMulticastAddress() ? List.of(group) : List.of();
  }
}
