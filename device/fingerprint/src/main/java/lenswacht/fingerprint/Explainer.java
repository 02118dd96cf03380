package lenswacht.fingerprint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Explanation.Chain;
import lenswacht.fingerprint.Explanation.Knowledge;
import lenswacht.fingerprint.Explanation.Sign;

/// Says why an identification came out as it did. It must be given the catalogue that the
/// identification was made with.
public final class Explainer {
  private final Catalogue catalogue;

  /// An explainer that knows what `catalogue` knows.
  public Explainer(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The whole way from what was seen to what was concluded.
  public Explanation explain(Identification identification) {
    List<Chain> chains = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      identification
          .conclusion(attribute)
          .ifPresent(
              conclusion ->
                  chains.add(
                      new Chain(
                          conclusion,
                          signs(conclusion.supporting()),
                          signs(conclusion.opposing()))));
    }
    return new Explanation(
        catalogue.edition(),
        chains,
        identification.origin(),
        kinships(identification),
        firmware(identification));
  }

  /// The firmware version as its maker means it; nothing where no grammar reads it.
  public Optional<FirmwareVersion> firmware(Identification identification) {
    ProductIdentity identity = identification.identity();
    FirmwareGrammar.Besides besides =
        new FirmwareGrammar.Besides(
            identification.conclusion(Attribute.HARDWARE).map(Conclusion::value),
            identity.model(),
            identity.buildDate());
    Optional<String> text = identity.firmware();
    Optional<FirmwareVersion> byMaker =
        identity.maker().flatMap(maker -> text.flatMap(v -> read(maker, v, besides)));
    return byMaker.or(
        () -> identity.brand().flatMap(brand -> text.flatMap(v -> read(brand, v, besides))));
  }

  private Optional<FirmwareVersion> read(
      String firm, String text, FirmwareGrammar.Besides besides) {
    return catalogue.firmware().read(firm, text, besides);
  }

  private List<Kinship> kinships(Identification identification) {
    Set<Kinship> kinships = new LinkedHashSet<>();
    identification.identity().brand().map(catalogue::kinships).ifPresent(kinships::addAll);
    identification.identity().maker().map(catalogue::kinships).ifPresent(kinships::addAll);
    return List.copyOf(kinships);
  }

  private List<Sign> signs(List<Claim> claims) {
    return claims.stream().map(this::sign).toList();
  }

  /// A serial number that was masked still has its shape: it is read as zeros, which stand in the
  /// same places.
  private Sign sign(Claim claim) {
    Optional<Fingerprint> known = catalogue.fingerprint(claim.fingerprint());
    Optional<Knowledge> knowledge =
        known.map(
            fingerprint ->
                new Knowledge(
                    fingerprint.pattern().regex(), fingerprint.source(), fingerprint.dated()));
    if (known.isPresent()) {
      for (String seen : List.of(claim.seen(), claim.seen().replace('*', '0'))) {
        Matcher found = known.get().pattern().matcher(seen);
        if (found.find()) {
          return new Sign(claim, found.start(), found.end(), knowledge);
        }
      }
    }
    return new Sign(claim, 0, claim.seen().length(), knowledge);
  }
}
