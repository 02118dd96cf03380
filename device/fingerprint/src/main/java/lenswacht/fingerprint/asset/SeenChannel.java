package lenswacht.fingerprint.asset;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lenswacht.fingerprint.Confidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation.Channel;

/// A channel that an asset tells of.
///
/// @param number as the asset counts its channels
/// @param name as people named it; empty where not told
/// @param source what delivers its pictures, as far as the asset tells
/// @param use whether anything is assigned to it
/// @param delivered which asset delivers its pictures; empty where that is not determined
/// @param evidence the bytes it was read from
public record SeenChannel(
    int number,
    String name,
    Channel.Source source,
    Channel.Use use,
    Optional<Delivery> delivered,
    List<EvidenceId> evidence) {
  public SeenChannel {
    evidence = evidence.stream().distinct().sorted(Comparator.comparing(EvidenceId::hex)).toList();
  }

  /// Which asset delivers the pictures.
  ///
  /// @param asset what it is called
  /// @param direct whether it was seen directly too; otherwise only through the channel
  /// @param confidence how sure it is that this asset delivers them
  public record Delivery(String asset, boolean direct, Confidence confidence) {}

  SeenChannel from(Delivery delivery) {
    return new SeenChannel(number, name, source, use, Optional.of(delivery), evidence);
  }
}
