package lenswacht.probe.net;

import java.util.List;
import java.util.Set;

/// Which ports are looked at, and where they are found. Every [lenswacht.observation.Service] in
/// this room carries the canonical port; the door alone turns it into the actual one.
///
/// Ports are a closed list: cameras are never swept on all ports.
///
/// @param shift how far ports below 1024 are moved up; zero in every real building
public record PortPlan(int shift) {
  /// Ports that speak HTTP without TLS: pages, and ONVIF's calls.
  public static final Set<Integer> WEB =
      Set.of(80, 81, 82, 88, 888, 2020, 5000, 7001, 8080, 8081, 8888, 8899, 10080, 49152);

  /// Ports that speak TLS, with HTTP inside.
  public static final Set<Integer> WEB_TLS = Set.of(443, 8443);

  /// Ports that speak RTSP.
  public static final Set<Integer> RTSP = Set.of(554, 5554, 7070, 7447, 8554, 10554);

  /// Ports of the Dahua family's private protocol.
  public static final Set<Integer> DAHUA_PRIVATE = Set.of(35_000, 37_777);

  /// Ports whose first words belong to the other side: FTP and SSH.
  public static final Set<Integer> BANNER = Set.of(21, 22);

  /// The Hikvision family's server port, which greets by itself or stays silent.
  public static final int HIKVISION_SERVER = 8000;

  /// The Hikvision family's server port over TLS: only a certificate is read there.
  public static final int HIKVISION_SERVER_TLS = 8200;

  /// Ports where a connection is made and closed, and no byte is sent: a conversation there begins
  /// with a login. Reolink, TVT, Hanwha, Xiongmai.
  public static final Set<Integer> CONNECT_ONLY = Set.of(9000, 6036, 4321, 34_567);

  /// Ports that are never opened. Opening 4567 on TVT recorders ends a process until they are
  /// restarted; 8091 is a login service that answers with accounts; 23 is a login prompt.
  public static final Set<Integer> NEVER = Set.of(23, 4567, 8091);

  private static final int FIRST_UNPRIVILEGED = 1024;

  private static final List<Integer> CANONICAL =
      List.of(
          80, 554, 443, 8000, 37_777, 8080, 8443, 21, 22, 81, 82, 88, 888, 2020, 4321, 5000, 5554,
          6036, 7001, 7070, 7447, 8081, 8200, 8554, 8888, 8899, 9000, 10_080, 10_554, 34_567,
          35_000, 49_152);

  public PortPlan {
    if (shift < 0 || shift > 60_000) {
      throw new IllegalArgumentException("a shift lies between 0 and 60000");
    }
  }

  /// Every port where it belongs.
  public static PortPlan standard() {
    return new PortPlan(0);
  }

  /// Ports below 1024 are found at `port + shift`: for a practice building on loopback, whose
  /// program may not open them.
  public static PortPlan lowPortsAt(int shift) {
    return new PortPlan(shift);
  }

  /// The TCP ports that a sweep asks, canonical, the most telling first.
  public List<Integer> canonicalPorts() {
    return CANONICAL;
  }

  /// Where the port is found.
  public int actual(int canonical) {
    return canonical < FIRST_UNPRIVILEGED ? canonical + shift : canonical;
  }

  /// Which port is found here.
  public int canonical(int actual) {
    int unshifted = actual - shift;
    return unshifted >= 1 && unshifted < FIRST_UNPRIVILEGED ? unshifted : actual;
  }
}
