package lenswacht.fingerprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who an asset is and how we know: the identity that the claims add up to, every claim, and the
/// contradictions between them that a person must see.
///
/// @param identity what the claims add up to
/// @param confidence confidence of kind and maker taken together: that of the weaker one
/// @param claims everything that was claimed, strongest first
/// @param contradictions pairs of claims that cannot both be so
public record Identification(
    ProductIdentity identity,
    Confidence confidence,
    List<Claim> claims,
    List<Contradiction> contradictions) {
  public Identification {
    claims = List.copyOf(claims);
    contradictions = List.copyOf(contradictions);
  }

  /// The same claims where they are not believed: nothing is determined, nothing is left out.
  public Identification notBelieved() {
    return new Identification(
        ProductIdentity.UNDETERMINED, Confidence.HINT, claims, contradictions);
  }

  /// What its claims and `more` add up to together.
  public Identification with(Collection<Claim> more) {
    List<Claim> all = new ArrayList<>(claims);
    all.addAll(more);
    return Resolution.of(all);
  }

  /// "The label says X, the evidence says Y": two claims that differ, the stronger one first. Both
  /// are about one attribute, or the stronger names the maker and the weaker a label of another
  /// firm.
  public record Contradiction(Claim stronger, Claim weaker) {}

  /// What the claims on one attribute add up to; empty where nothing was claimed on it.
  public Optional<Conclusion> conclusion(Claim.Attribute attribute) {
    return Conclusion.of(attribute, claims);
  }

  /// How much the statement on one attribute can bear; empty where nothing was claimed on it.
  public Optional<Confidence> confidenceOf(Claim.Attribute attribute) {
    return conclusion(attribute).map(Conclusion::confidence);
  }

  /// What the asset says it can do.
  public Set<Feature> features() {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    claims.stream()
        .filter(claim -> claim.attribute() == Claim.Attribute.FEATURE)
        .forEach(claim -> features.add(Feature.valueOf(claim.value())));
    return Collections.unmodifiableSet(features);
  }

  /// Whether label and maker are one firm, with what says so on either side.
  public Origin origin() {
    return Origin.of(this);
  }

  /// Whether the label names another firm than the one that made it.
  public boolean isRelabelled() {
    return identity.brand().isPresent()
        && identity.maker().isPresent()
        && !identity.brand().equals(identity.maker());
  }
}
