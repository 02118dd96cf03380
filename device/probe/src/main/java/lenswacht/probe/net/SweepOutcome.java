package lenswacht.probe.net;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import lenswacht.observation.Service;

/// What a sweep found.
///
/// @param addresses number of addresses that were asked on each of `ports`; on the local segment an
///     address that answers no ARP request counts as asked
/// @param ports the canonical ports that every address was asked on; less than the whole plan when
///     a dark range was swept by discovery first, or when the sweep ended early
/// @param answering the addresses that accepted or refused a connection: something is there
/// @param open the services that accept connections, canonical ports
/// @param complete whether every address in scope was swept; false when the sweep was stopped, the
///     mandate ran out or an address has no route
/// @param means how it was swept
/// @param packets number of packets that the sweep sent itself, ARP requests included; for
///     ordinary connections the number of connections begun
/// @param rounds how often what did not answer was asked, the first time included
public record SweepOutcome(
    long addresses,
    List<Integer> ports,
    Set<InetAddress> answering,
    List<Service> open,
    boolean complete,
    SweepMeans means,
    long packets,
    int rounds) {
  public SweepOutcome {
    ports = List.copyOf(ports);
    answering = Set.copyOf(answering);
    open = List.copyOf(open);
  }

  /// The same outcome, reached by other means.
  SweepOutcome by(SweepMeans other) {
    return new SweepOutcome(addresses, ports, answering, open, complete, other, packets, rounds);
  }
}
