package lenswacht.assessment.separation;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import lenswacht.fingerprint.asset.Join;
import lenswacht.observation.EvidenceId;

/// Which zones of a site reach which, as far as it was tried.
///
/// Logical and physical separation are told apart. Whether zones are apart on their cables and
/// switches cannot be shown by asking over the network; that they are not, sometimes can.
///
/// @param plan the zones and what was agreed
/// @param stands where each scan run stood
/// @param cells every pair of zones, by the order of the plan
/// @param bridges assets with a leg in more than one zone
/// @param switches switches that are in more than one zone
/// @param leaks hosts that were met on the cable of another zone
/// @param logical whether what belongs to the cameras is apart from the rest
/// @param physical whether it is apart on its cables and switches
public record SeparationMatrix(
    ZonePlan plan,
    List<Stand> stands,
    List<Cell> cells,
    List<Bridge> bridges,
    List<SharedSwitch> switches,
    List<Leak> leaks,
    Separated logical,
    Separated physical) {
  public SeparationMatrix {
    stands = List.copyOf(stands);
    cells = List.copyOf(cells);
    bridges = List.copyOf(bridges);
    switches = List.copyOf(switches);
    leaks = List.copyOf(leaks);
  }

  /// Whether the cameras' zones are apart from those of other equipment.
  public enum Separated {
    /// Wherever it was tried, nothing was reached. For physical separation never said.
    AS_FAR_AS_TRIED,
    /// They are not.
    NOT,
    /// It was not tried everywhere, or cannot be shown this way.
    NOT_DETERMINED
  }

  /// Where a scan run stood.
  ///
  /// @param vantage the run
  /// @param zones the zones it stood in; what it tried counts only where it is one
  public record Stand(Vantage vantage, List<String> zones) {
    public Stand {
      zones = List.copyOf(zones);
    }
  }

  /// An asset with a leg in more than one zone.
  ///
  /// @param asset what it is called
  /// @param legs its addresses, by zone
  /// @param joins why these addresses are one asset
  public record Bridge(String asset, SortedMap<String, List<InetAddress>> legs, List<Join> joins) {
    public Bridge {
      joins = List.copyOf(joins);
    }
  }

  /// A switch that announced itself in more than one zone.
  ///
  /// @param name of the switch, or its hardware address where it has none
  /// @param zones where
  /// @param runs the scan runs that heard it
  public record SharedSwitch(String name, List<String> zones, List<String> runs) {
    public SharedSwitch {
      zones = List.copyOf(zones);
      runs = List.copyOf(runs);
    }
  }

  /// A host of one zone that was met on the cable of another, where no router lies between.
  ///
  /// @param address the host
  /// @param zone its own
  /// @param metIn where it was met
  /// @param by the protocol that gave it away
  /// @param evidence the bytes
  public record Leak(
      InetAddress address, String zone, String metIn, String by, EvidenceId evidence) {}

  /// The cell from one zone to the other; empty where the plan has no such pair.
  public Optional<Cell> cell(String from, String to) {
    return cells.stream()
        .filter(cell -> cell.from().equals(from) && cell.to().equals(to))
        .findFirst();
  }

  /// The pairs that are not as agreed, or not as the norm wants.
  public List<Cell> deviations() {
    return cells.stream().filter(cell -> cell.conformity() == Cell.Conformity.DEVIATING).toList();
  }
}
