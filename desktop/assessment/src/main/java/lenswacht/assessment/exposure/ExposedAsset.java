package lenswacht.assessment.exposure;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lenswacht.knowledge.Truth;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;

/// An asset whose exposure is asked for.
///
/// @param name its name within a case
/// @param addresses where it answers itself
/// @param answering the services of it that answer, each with what shows it
/// @param askedPorts the TCP ports that it was asked on
public record ExposedAsset(
    String name,
    List<InetAddress> addresses,
    Map<Service, EvidenceId> answering,
    Set<Integer> askedPorts) {
  public ExposedAsset {
    addresses = List.copyOf(addresses);
    answering = Map.copyOf(answering);
    askedPorts = Set.copyOf(askedPorts);
  }

  /// Whether what is sent to `service` comes to the asset: it has the address, or answers there
  /// through another asset.
  boolean isAt(InetAddress address, Transport transport, int port) {
    return has(address)
        || (transport != Transport.HOST
            && port != 0
            && answering.containsKey(new Service(address, transport, port)));
  }

  boolean has(InetAddress address) {
    return addresses.contains(address);
  }

  /// Whether `service` answers, as seen from inside.
  Truth answers(Service service) {
    if (answering.containsKey(service)) {
      return Truth.YES;
    }
    return service.transport() == Transport.TCP && askedPorts.contains(service.port())
        ? Truth.NO
        : Truth.NOT_DETERMINED;
  }

  List<Ground> grounds(Service service) {
    EvidenceId seen = answering.get(service);
    return seen == null ? List.of() : List.of(new Ground.Seen(seen));
  }

  /// The TCP ports on which it answers.
  IntStream ports() {
    return answering.keySet().stream()
        .filter(service -> service.transport() == Transport.TCP)
        .mapToInt(Service::port);
  }
}
