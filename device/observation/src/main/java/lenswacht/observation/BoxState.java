package lenswacht.observation;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a device is before and during a visit, as far as its system tells. What it does not tell is
/// empty, never fine.
///
/// @param clock the time by which it reckons
/// @param trust where that time comes from
/// @param batteryPercent what is left in the battery
/// @param charging whether the battery is being filled
/// @param freeOctets room that is left where the journal lies
/// @param readOnly whether nothing can be written there any more
/// @param ports its network sockets, at most 16
/// @param place where it stands, where that is known
public record BoxState(
    Instant clock,
    ClockTrust trust,
    Optional<Integer> batteryPercent,
    boolean charging,
    Optional<Long> freeOctets,
    boolean readOnly,
    List<Port> ports,
    Optional<Whereabouts> place) {
  private static final int MOST_PORTS = 16;
  private static final int LONGEST = 100;

  public BoxState {
    ports = ports.stream().limit(MOST_PORTS).toList();
    if (batteryPercent.filter(percent -> percent < 0 || percent > 100).isPresent()
        || freeOctets.filter(octets -> octets < 0).isPresent()) {
      throw new IllegalArgumentException("a battery has 0 to 100 percent, storage no debts");
    }
  }

  /// A network socket.
  ///
  /// @param name as the system calls it
  /// @param hardware its hardware address as text, empty where it has none
  /// @param addresses the device's own addresses on it
  /// @param plugged whether somebody is at the other end
  public record Port(String name, String hardware, List<InetAddress> addresses, Plugged plugged) {
    public Port {
      name = CleanText.of(name, LONGEST);
      hardware = CleanText.of(hardware, LONGEST);
      addresses = addresses.stream().limit(MOST_PORTS).toList();
    }
  }

  /// Whether somebody is at the other end of a socket.
  public enum Plugged {
    /// There is a link.
    YES,
    /// There is none.
    NO,
    /// The system does not say.
    NOT_DETERMINED
  }
}
