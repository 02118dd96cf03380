package lenswacht.assessment;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.Reach;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.SeparationMatrix.Separated;
import lenswacht.assessment.separation.Zone;
import lenswacht.knowledge.ZoneRole;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Service;

/// Fields that the separation matrix fills.
final class SeparationFields {
  private static final String REACHABLE = "segmentation.office_to_camera_reachable";

  private final SeparationMatrix matrix;
  private final List<InetAddress> addresses;

  private SeparationFields(SeparationMatrix matrix, List<InetAddress> addresses) {
    this.matrix = matrix;
    this.addresses = addresses;
  }

  /// What `matrix` tells of `asset`; nothing where nobody named the zones.
  static Map<String, FieldValue> read(SeenAsset asset, Optional<SeparationMatrix> matrix) {
    return matrix
        .map(known -> new SeparationFields(known, asset.addresses()).fields())
        .orElse(Map.of());
  }

  private Map<String, FieldValue> fields() {
    Map<String, FieldValue> fields = new TreeMap<>();
    reachable().ifPresent(value -> fields.put(REACHABLE, value));
    if (matrix.physical() == Separated.NOT) {
      fields.put(
          "segmentation.shared_physical_switch",
          FieldValue.yes(
              matrix.leaks().stream().map(SeparationMatrix.Leak::evidence).limit(3).toList(),
              Map.of()));
    }
    return fields;
  }

  /// Yes where any of its services was reached from an office or from guests; no where from every
  /// such zone at least one was tried and none was reached.
  private Optional<FieldValue> reachable() {
    List<Cell> cells = matrix.cells().stream().filter(this::isFromOthers).toList();
    List<EvidenceId> reached = new ArrayList<>();
    List<EvidenceId> closed = new ArrayList<>();
    boolean isWhole = !cells.isEmpty();
    for (Cell cell : cells) {
      boolean isTried = false;
      for (Cell.PortReach port : cell.ports()) {
        if (isHere(port.reached())) {
          reached.addAll(port.evidence());
        }
        if (isHere(port.closed())) {
          closed.addAll(port.evidence());
          isTried = true;
        }
      }
      isWhole &= isTried && cell.reach() != Reach.NOT_MEASURED;
    }
    if (!reached.isEmpty()) {
      return Optional.of(FieldValue.yes(reached, Map.of()));
    }
    return isWhole ? Optional.of(FieldValue.no(closed)) : Optional.empty();
  }

  /// Whether a cell leads from an office or from guests to the zone of the asset.
  private boolean isFromOthers(Cell cell) {
    Optional<ZoneRole> from = matrix.plan().named(cell.from()).map(Zone::role);
    Optional<Zone> to = matrix.plan().named(cell.to());
    return from.filter(role -> role == ZoneRole.OFFICE || role == ZoneRole.GUEST).isPresent()
        && to.filter(zone -> zone.role() == ZoneRole.CAMERA)
            .filter(zone -> addresses.stream().anyMatch(zone::contains))
            .isPresent();
  }

  private boolean isHere(List<Service> services) {
    return services.stream().anyMatch(service -> addresses.contains(service.address()));
  }
}
