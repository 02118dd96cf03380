package lenswacht.probe.net;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;

/// An answer to a sweep that shows that an address is in use, whatever its ports do.
///
/// @param by the question: `arp`, `nd` for neighbour discovery, `icmp` or `icmp6` for an echo
/// @param address the address that is answered for
/// @param hardware the hardware address that is told for it; empty in an echo
/// @param evidence the frame or packet that was received
public record HostAnswer(
    String by, InetAddress address, Optional<MacAddress> hardware, Evidence evidence) {
  /// The question about hardware addresses of IPv4.
  public static final String ARP = "arp";

  /// The question about hardware addresses of IPv6.
  public static final String ND = "nd";

  /// The IPv4 echo.
  public static final String ICMP = "icmp";

  /// The IPv6 echo.
  public static final String ICMP6 = "icmp6";

  /// An answer that was received at `at` as `bytes`.
  static HostAnswer of(
      String by, InetAddress address, Optional<MacAddress> hardware, Instant at, Bytes bytes) {
    Evidence evidence = Evidence.of(at, Service.host(address), by, bytes, false, false);
    return new HostAnswer(by, address, hardware, evidence);
  }

  /// Who answered: the host as a whole.
  public Service service() {
    return Service.host(address);
  }

  /// What is known by it.
  public ProbeOutcome.Answered outcome() {
    List<Observation> facts =
        hardware.stream()
            .<Observation>map(mac -> new Observation.HardwareAddress(service(), mac, evidence.id()))
            .toList();
    return new ProbeOutcome.Answered(facts, List.of(evidence));
  }
}
