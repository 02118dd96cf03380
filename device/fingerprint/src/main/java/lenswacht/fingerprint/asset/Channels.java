package lenswacht.fingerprint.asset;

import java.util.Comparator;
import java.util.List;
import lenswacht.fingerprint.Confidence;
import lenswacht.observation.EvidenceId;

/// The channels of an asset and what is behind them, or the sensors in its housing.
///
/// A number of channels invents no cameras: of a channel on which nothing was told it is only said
/// that it is there.
///
/// @param counted number of channels that it says it has; 0 where it does not say
/// @param told the channels that it tells of, by number
/// @param besides names of assets that were seen through it and that no channel tells of
/// @param sensors number of sensors of a camera, 0 where nothing points to more than one
/// @param confidence how sure the number of channels or sensors is
/// @param evidence the bytes that was read from
public record Channels(
    int counted,
    List<SeenChannel> told,
    List<String> besides,
    int sensors,
    Confidence confidence,
    List<EvidenceId> evidence) {
  /// Nothing is told of any channel.
  public static final Channels NONE =
      new Channels(0, List.of(), List.of(), 0, Confidence.HINT, List.of());

  public Channels {
    told = told.stream().sorted(Comparator.comparingInt(SeenChannel::number)).toList();
    besides = List.copyOf(besides);
    evidence = evidence.stream().distinct().sorted(Comparator.comparing(EvidenceId::hex)).toList();
  }

  /// Whether anything is known of channels, beside what other assets say.
  public boolean isTold() {
    return counted > 0 || !told.isEmpty() || !besides.isEmpty();
  }

  /// Number of channels, as far as known.
  public int all() {
    return Math.max(counted, told.size() + besides.size());
  }

  /// Number of channels whose source was seen directly too.
  public int direct() {
    return (int) told.stream().filter(channel -> isSeen(channel, true)).count();
  }

  /// Number of channels whose source was seen only through the asset.
  public int through() {
    return (int) told.stream().filter(channel -> isSeen(channel, false)).count() + besides.size();
  }

  private static boolean isSeen(SeenChannel channel, boolean direct) {
    return channel.delivered().filter(delivery -> delivery.direct() == direct).isPresent();
  }

  /// Number of channels that are said to be free.
  public int free() {
    return (int)
        told.stream()
            .filter(channel -> channel.delivered().isEmpty())
            .filter(
                channel ->
                    switch (channel.use()) {
                      case FREE -> true;
                      case IN_USE, NOT_DETERMINED -> false;
                    })
            .count();
  }

  /// Number of channels behind which nothing was seen and of which nobody says that they are free.
  public int unseen() {
    return all() - direct() - through() - free();
  }
}
