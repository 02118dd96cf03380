package lenswacht.probe.net;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import lenswacht.observation.Service;

/// What a sweep found.
///
/// @param addresses number of addresses that were asked on every port of the plan
/// @param answering the addresses that accepted or refused a connection: something is there
/// @param open the services that accept connections, canonical ports
/// @param complete whether every address in scope was swept; false when the sweep was stopped or
///     the mandate ran out
public record SweepOutcome(
    long addresses, Set<InetAddress> answering, List<Service> open, boolean complete) {
  public SweepOutcome {
    answering = Set.copyOf(answering);
    open = List.copyOf(open);
  }
}
