package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.util.List;
import lenswacht.fingerprint.Confidence;
import lenswacht.observation.EvidenceId;

/// Why several addresses are taken for one asset.
///
/// @param mark what they share
/// @param confidence how much it can bear
/// @param addresses where it was met, in order
/// @param evidence the bytes it was read from
public record Join(
    Mark mark, Confidence confidence, List<InetAddress> addresses, List<EvidenceId> evidence) {
  public Join {
    addresses = List.copyOf(addresses);
    evidence = List.copyOf(evidence);
  }
}
