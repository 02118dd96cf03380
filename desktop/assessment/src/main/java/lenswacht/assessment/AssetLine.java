package lenswacht.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.asset.Channels;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.observation.MacAddress;

/// What a list says of an asset: all that fits into a line, and nothing of why.
///
/// @param address names it
/// @param elsewhere other addresses at which it was met
/// @param mac hardware address if seen
/// @param identity who it is
/// @param makerConfidence how sure its maker is
/// @param via address of the recorder it was seen through, where it was not seen itself
/// @param sensors how many lenses it says it has; 0 where it does not say
/// @param channels how many channels it has; empty where it says nothing of any
/// @param unseen how many of them nobody saw
/// @param espionage rating; empty where it was not rated
/// @param privacy rating; empty where it was not rated
/// @param isContradicted whether claims on it cannot all be so
public record AssetLine(
    String address,
    List<String> elsewhere,
    Optional<MacAddress> mac,
    ProductIdentity identity,
    Optional<Confidence> makerConfidence,
    Optional<String> via,
    int sensors,
    Optional<Integer> channels,
    int unseen,
    Optional<Interval> espionage,
    Optional<Interval> privacy,
    boolean isContradicted) {
  public AssetLine {
    elsewhere = List.copyOf(elsewhere);
  }

  /// The line of an asset that was rated.
  public static AssetLine of(RatedAsset asset) {
    return of(
        asset.address(),
        asset.mac(),
        asset.trace(),
        asset.identification(),
        Optional.of(asset.espionage().level()),
        Optional.of(asset.privacy().level()));
  }

  /// The line of what is known to be something else.
  public static AssetLine of(OtherAsset asset) {
    return of(
        asset.address(),
        asset.mac(),
        asset.trace(),
        asset.identification(),
        Optional.empty(),
        Optional.empty());
  }

  private static AssetLine of(
      String address,
      Optional<MacAddress> mac,
      Trace trace,
      Identification identification,
      Optional<Interval> espionage,
      Optional<Interval> privacy) {
    Channels channels = trace.channels();
    return new AssetLine(
        address,
        trace.elsewhere(),
        mac,
        identification.identity(),
        identification.confidenceOf(Claim.Attribute.MAKER),
        trace.isSeenThrough()
            ? Optional.of(trace.presences().getFirst().address().getHostAddress())
            : Optional.empty(),
        channels.sensors(),
        channels.isTold() ? Optional.of(channels.all()) : Optional.empty(),
        channels.isTold() ? channels.unseen() : 0,
        espionage,
        privacy,
        !identification.contradictions().isEmpty()
            || identification.isRelabelled()
            || !trace.cautions().isEmpty());
  }

  /// What sort of thing.
  public AssetKind kind() {
    return identity.kind();
  }

  /// Day on which its firmware was built.
  public Optional<LocalDate> built() {
    return identity.buildDate();
  }
}
