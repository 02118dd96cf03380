package lenswacht.casefile;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.exposure.Ground;
import lenswacht.casefile.outside.OutsideFact.Answering;
import lenswacht.casefile.outside.OutsideFact.Looked;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;

/// Tells which asset was seen from outside: by the address itself, by its certificate, by its
/// serial number, or by what it says of itself. A sign that several assets bear is not sure, and
/// neither is what an asset only says of itself. A service without any known sign is a stranger.
final class OutsideMatches {
  private final List<Signs> assets = new ArrayList<>();

  /// What an asset can be told by.
  private record Signs(
      InetAddress address,
      Set<InetAddress> addresses,
      Set<String> certificates,
      Set<String> serials,
      Set<String> servers,
      Set<String> texts) {}

  /// @param hash what a serial number is kept as
  OutsideMatches(List<SeenAsset> seen, UnaryOperator<String> hash) {
    for (SeenAsset asset : seen) {
      Set<InetAddress> addresses = new LinkedHashSet<>();
      asset.trace().presences().stream().map(Presence::address).forEach(addresses::add);
      if (!addresses.isEmpty()) {
        assets.add(
            new Signs(
                addresses.iterator().next(),
                addresses,
                stated(asset, Set.of(Observable.TLS_FINGERPRINT)),
                serials(asset, hash),
                stated(asset, Set.of(Observable.HTTP_SERVER, Observable.RTSP_SERVER)),
                stated(asset, Set.of(Observable.HTTP_TITLE, Observable.HTTP_REALM))));
      }
    }
  }

  private static Set<String> stated(SeenAsset asset, Set<Observable> which) {
    Set<String> values = new HashSet<>();
    for (Observation fact : asset.observations()) {
      if (fact instanceof Observation.Stated stated && which.contains(stated.observable())) {
        values.add(stated.value().toLowerCase(Locale.ROOT));
      }
    }
    return values;
  }

  private static Set<String> serials(SeenAsset asset, UnaryOperator<String> hash) {
    Set<String> serials = new HashSet<>();
    for (Claim claim : asset.identification().claims()) {
      if (claim.attribute() == Attribute.SERIAL) {
        serials.add(claim.value().startsWith("#") ? claim.value() : hash.apply(claim.value()));
      }
    }
    return serials;
  }

  List<ExposureFact> of(List<KeptOutside> kept) {
    List<ExposureFact> facts = new ArrayList<>();
    for (KeptOutside one : kept) {
      Ground ground =
          new Ground.Imported(
              one.fact().origin(), one.fact().at(), one.document(), one.fact().place());
      switch (one.fact()) {
        case Looked look ->
            facts.add(new ExposureFact.OutsideLook(look.address(), look.ports(), ground));
        case Answering seen -> add(seen, ground, facts);
      }
    }
    return facts;
  }

  private void add(Answering seen, Ground ground, List<ExposureFact> facts) {
    List<Signs> found =
        assets.stream()
            .filter(asset -> asset.addresses.contains(seen.service().address()))
            .toList();
    String by = "address";
    if (found.isEmpty() && !seen.certificate().isEmpty()) {
      found = assets.stream().filter(a -> a.certificates.contains(seen.certificate())).toList();
      by = "certificate";
    }
    if (found.isEmpty()) {
      found =
          assets.stream().filter(a -> seen.words().stream().anyMatch(a.serials::contains)).toList();
      by = "serial";
    }
    boolean sure = found.size() == 1;
    if (found.isEmpty()) {
      found = assets.stream().filter(asset -> speaksAlike(asset, seen)).toList();
      by = "banner";
    }
    if (found.isEmpty()) {
      facts.add(new ExposureFact.OutsideStranger(seen.service(), ground));
    }
    for (Signs asset : found) {
      facts.add(new ExposureFact.OutsideSight(seen.service(), asset.address, by, sure, ground));
    }
  }

  /// Whether both the server and a text of its page are the same.
  private static boolean speaksAlike(Signs asset, Answering seen) {
    String title = seen.title().toLowerCase(Locale.ROOT);
    String realm = seen.realm().toLowerCase(Locale.ROOT);
    boolean text =
        (!title.isBlank() && asset.texts.contains(title))
            || (!realm.isBlank() && !realm.contains("*") && asset.texts.contains(realm));
    return text && asset.servers.contains(seen.server().toLowerCase(Locale.ROOT));
  }
}
