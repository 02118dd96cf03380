package lenswacht.probe.net;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lenswacht.observation.Service;

/// What a sweep found.
///
/// @param addresses number of addresses that were asked on each of `ports`; on the local segment an
///     address that answers no ARP request or neighbour solicitation counts as asked
/// @param ports the canonical ports that every address was asked on; less than the whole plan when
///     a dark range was swept by discovery first, or when the sweep ended early
/// @param answering the addresses at which something is: they accepted or refused a connection, or
///     answered ARP, a neighbour solicitation or an echo
/// @param open the services that accept connections, canonical ports
/// @param complete whether every address in scope was swept; false when the sweep was stopped, the
///     mandate ran out or an address has no route
/// @param means how it was swept
/// @param packets number of packets that the sweep sent itself, ARP requests included; for
///     ordinary connections the number of connections begun
/// @param rounds how often what did not answer was asked, the first time included
/// @param searched the ranges that hold more addresses than can be asked one by one, and how hosts
///     were looked for there; who kept silent to all of that was not found
public record SweepOutcome(
    long addresses,
    List<Integer> ports,
    Set<InetAddress> answering,
    List<Service> open,
    boolean complete,
    SweepMeans means,
    long packets,
    int rounds,
    List<SearchedRange> searched) {
  public SweepOutcome {
    ports = List.copyOf(ports);
    answering = Set.copyOf(answering);
    open = List.copyOf(open);
    searched = List.copyOf(searched);
  }

  /// An outcome without ranges that were searched.
  SweepOutcome(
      long addresses,
      List<Integer> ports,
      Set<InetAddress> answering,
      List<Service> open,
      boolean complete,
      SweepMeans means,
      long packets,
      int rounds) {
    this(addresses, ports, answering, open, complete, means, packets, rounds, List.of());
  }

  /// The outcome of a sweep that could not begin.
  static SweepOutcome nothing(SweepMeans means) {
    return new SweepOutcome(0, List.of(), Set.of(), List.of(), false, means, 0, 0);
  }

  /// The same outcome, reached by other means.
  SweepOutcome by(SweepMeans other) {
    return new SweepOutcome(
        addresses, ports, answering, open, complete, other, packets, rounds, searched);
  }

  /// This outcome for IPv4 and `six` for IPv6 as one.
  SweepOutcome and(SweepOutcome six) {
    Set<InetAddress> both = new HashSet<>(answering);
    both.addAll(six.answering);
    List<Service> all = new ArrayList<>(open);
    all.addAll(six.open);
    return new SweepOutcome(
        addresses + six.addresses,
        six.addresses == 0 ? ports : ports.stream().filter(six.ports::contains).toList(),
        both,
        all,
        complete && six.complete,
        means,
        packets + six.packets,
        Math.max(rounds, six.rounds),
        six.searched);
  }
}
