package lenswacht.simulator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One port at which a simulated host answers.
///
/// @param udp whether it is UDP; TCP otherwise
/// @param port port as the real thing has it, 1 to 65535
/// @param kind which conversation is held: `http`, `rtsp`, `sadp` and so on
/// @param banner sent as soon as somebody connects
/// @param closesAfterBanner whether the connection ends there
/// @param exchanges recorded requests and replies, the first that matches is used
/// @param otherwise the reply to everything else
/// @param notRtsp what an RTSP service says to something that is not RTSP
/// @param subject subject of the certificate of an `https` service
/// @param issuer issuer of that certificate
/// @param community SNMP community that is answered
/// @param values SNMP values by object identifier
/// @param answersEverybody whether a search that was sent to everybody is answered to everybody
record SimulatedService(
    boolean udp,
    int port,
    String kind,
    RecordedBytes banner,
    boolean closesAfterBanner,
    List<Exchange> exchanges,
    Optional<Reply> otherwise,
    Optional<String> notRtsp,
    String subject,
    String issuer,
    String community,
    SortedMap<ObjectIdentifier, SnmpValue> values,
    boolean answersEverybody) {

  SimulatedService {
    exchanges = List.copyOf(exchanges);
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " does not exist");
    }
  }

  /// `tcp/80`: what tells it from the other services of its host.
  String place() {
    return (udp ? "udp/" : "tcp/") + port;
  }
}
