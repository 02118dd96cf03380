package lenswacht.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One host of a building.
///
/// @param id name within the building
/// @param label what it is, for people
/// @param address last octets of its address, such as `1.20`; empty for the next that is free
/// @param behaviour how it treats those who speak to it
/// @param pause before a slow reply; between the bytes of a dripping one
/// @param expected what a careful observer can know about it
/// @param services where it answers
public record SimulatedHost(
    String id,
    String label,
    Optional<String> address,
    Behaviour behaviour,
    Duration pause,
    Expected expected,
    List<SimulatedService> services) {

  /// Copies the list of services.
  public SimulatedHost {
    services = List.copyOf(services);
  }

  /// The ports at which it answers, as `tcp/80` or `udp/3702`.
  public List<String> places() {
    return services.stream().map(SimulatedService::place).toList();
  }
}
