package lenswacht.assessment.floor;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.OtherAsset;
import lenswacht.assessment.RatedAsset;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.observation.MacAddress;

/// An asset that was found on the network, by what lists and labels can name it with.
///
/// @param name within the case
/// @param addresses at which it answers, and what it is called
/// @param mac its hardware address, if seen
/// @param serials hashes of its serial numbers under the key of the case
/// @param product what it is, as far as it is known
/// @param video whether it takes or keeps pictures, or could
public record NetworkAsset(
    String name,
    Set<String> addresses,
    Optional<String> mac,
    Set<String> serials,
    String product,
    boolean video) {
  public NetworkAsset {
    addresses = Set.copyOf(addresses);
    serials = Set.copyOf(serials);
  }

  /// Everything that was found.
  ///
  /// @param veil what is kept of a serial number
  public static List<NetworkAsset> of(Assessment assessment, UnaryOperator<String> veil) {
    List<NetworkAsset> all = new java.util.ArrayList<>();
    for (RatedAsset asset : assessment.assets()) {
      all.add(of(asset.address(), asset.trace(), asset.mac(), asset.identification(), veil, true));
    }
    for (OtherAsset asset : assessment.others()) {
      all.add(of(asset.address(), asset.trace(), asset.mac(), asset.identification(), veil, false));
    }
    return all;
  }

  private static NetworkAsset of(
      String name,
      Trace trace,
      Optional<MacAddress> mac,
      Identification identification,
      UnaryOperator<String> veil,
      boolean video) {
    Set<String> addresses = new TreeSet<>();
    addresses.add(name);
    trace.addresses().stream().map(InetAddress::getHostAddress).forEach(addresses::add);
    Set<String> serials = new TreeSet<>();
    identification.claims().stream()
        .filter(claim -> claim.attribute() == Claim.Attribute.SERIAL)
        .map(Claim::value)
        .map(veil)
        .forEach(serials::add);
    return new NetworkAsset(
        name, addresses, mac.map(MacAddress::toString), serials, product(identification), video);
  }

  /// Brand and model in a few words; the kind where neither is known.
  public static String product(Identification identification) {
    String named =
        (identification.identity().brand().or(() -> identification.identity().maker()).orElse("")
                + " "
                + identification.identity().model().orElse(""))
            .strip();
    return named.isEmpty()
        ? identification.identity().kind().name().toLowerCase(Locale.ROOT)
        : named;
  }
}
