package lenswacht.assessment.separation;

import java.util.List;
import java.util.Optional;
import lenswacht.knowledge.SeparationNorm;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Service;

/// From one zone to another: what was tried, what came of it, and what should have.
///
/// @param from name of the zone where the device stood
/// @param to name of the zone that was tried
/// @param reach what came of it
/// @param ports the same, port by port, in order
/// @param agreed what was agreed; empty where nothing was
/// @param norm the clause that wants it closed; empty where the norm does not speak of these kinds
/// @param conformity whether that is as it should be
/// @param runs the scan runs that tried it
public record Cell(
    String from,
    String to,
    Reach reach,
    List<PortReach> ports,
    Optional<Agreement> agreed,
    Optional<SeparationNorm.Clause> norm,
    Conformity conformity,
    List<String> runs) {
  public Cell {
    ports = List.copyOf(ports);
    runs = List.copyOf(runs);
  }

  /// Whether a zone is reached as was agreed, or as the norm wants it where nothing was agreed.
  public enum Conformity {
    /// It is.
    AS_EXPECTED,
    /// It is not.
    DEVIATING,
    /// It was not tried, or nothing shows it.
    NOT_DETERMINED,
    /// Nobody said how it should be.
    NOTHING_EXPECTED
  }

  /// One port, over all addresses of the zone.
  ///
  /// @param port the TCP port
  /// @param reach what came of it
  /// @param reached services that accepted a connection, in order of address
  /// @param closed services that accept one elsewhere and did not here
  /// @param evidence the bytes of the answers
  public record PortReach(
      int port,
      Reach reach,
      List<Service> reached,
      List<Service> closed,
      List<EvidenceId> evidence) {
    public PortReach {
      reached = List.copyOf(reached);
      closed = List.copyOf(closed);
      evidence = List.copyOf(evidence);
    }
  }

  /// The bytes of every answer.
  public List<EvidenceId> evidence() {
    return ports.stream().flatMap(port -> port.evidence().stream()).distinct().toList();
  }
}
