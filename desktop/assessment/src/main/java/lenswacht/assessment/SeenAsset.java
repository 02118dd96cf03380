package lenswacht.assessment;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation;

/// One asset as it was seen and identified, before it is judged.
///
/// @param address names the asset within a case: its IP address as text, with a port or another
///     address behind it where several assets share that one
/// @param trace where it was met and why that is one asset
/// @param mac hardware address if seen
/// @param identification who it is and how we know
/// @param observations every fact that was read about it
public record SeenAsset(
    String address,
    Trace trace,
    Optional<MacAddress> mac,
    Identification identification,
    List<Observation> observations) {
  public SeenAsset {
    observations = List.copyOf(observations);
  }

  /// The addresses at which it answers itself.
  List<InetAddress> addresses() {
    if (!trace.presences().isEmpty()) {
      return trace.addresses();
    }
    try {
      return List.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }
}
