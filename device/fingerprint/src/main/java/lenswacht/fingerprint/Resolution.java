package lenswacht.fingerprint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Identification.Contradiction;

/// What a set of claims adds up to. A hint never outdoes a claim that can bear something; among
/// equals the more trusted sign wins, then the more confident one, then the value that more claims
/// support. Values that cannot both be so are kept beside each other.
final class Resolution {
  private static final Comparator<Claim> STRENGTH =
      Comparator.<Claim, Boolean>comparing(claim -> claim.confidence() != Confidence.HINT)
          .thenComparing(Claim::trust)
          .thenComparing(Claim::confidence);

  private final List<Claim> claims;

  private Resolution(List<Claim> claims) {
    this.claims = claims;
  }

  /// The identification that `claims` add up to.
  static Identification of(Collection<Claim> claims) {
    Map<Value, Integer> support = new HashMap<>();
    claims.forEach(claim -> support.merge(Value.of(claim), 1, Integer::sum));
    Comparator<Claim> order =
        STRENGTH
            .reversed()
            .thenComparingInt(claim -> -support.getOrDefault(Value.of(claim), 0))
            .thenComparing(Claim::attribute)
            .thenComparingInt(claim -> -claim.value().length())
            .thenComparing(Claim::value)
            .thenComparing(Claim::fingerprint)
            .thenComparing(Claim::seen)
            .thenComparing(claim -> claim.evidence().hex());
    return new Resolution(claims.stream().distinct().sorted(order).toList()).identification();
  }

  /// The stronger of two claims; the first if they are alike.
  static Claim stronger(Claim one, Claim other) {
    return STRENGTH.compare(one, other) >= 0 ? one : other;
  }

  /// What several claims may say alike.
  private record Value(Attribute attribute, String text) {
    static Value of(Claim claim) {
      return new Value(claim.attribute(), claim.value());
    }
  }

  private Identification identification() {
    Optional<Claim> kind = best(Attribute.KIND);
    Optional<Claim> maker = best(Attribute.MAKER);
    ProductIdentity identity =
        new ProductIdentity(
            kind.map(claim -> AssetKind.valueOf(claim.value())).orElse(AssetKind.UNKNOWN),
            label().or(() -> maker).or(() -> best(Attribute.BRAND)).map(Claim::value),
            maker.map(Claim::value),
            best(Attribute.MODEL).map(Claim::value),
            best(Attribute.FIRMWARE).map(Claim::value),
            best(Attribute.BUILD_DATE).map(claim -> LocalDate.parse(claim.value())));
    return new Identification(identity, confidence(), claims, contradictions(maker));
  }

  private Optional<Claim> best(Attribute attribute) {
    return claims.stream().filter(claim -> claim.attribute() == attribute).findFirst();
  }

  /// What the asset itself says is its brand; the owner of its MAC prefix is no label.
  private Optional<Claim> label() {
    return best(Attribute.BRAND).filter(claim -> claim.trust() != Trust.MAC_PREFIX);
  }

  private List<Contradiction> contradictions(Optional<Claim> maker) {
    List<Contradiction> found = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      best(attribute).ifPresent(best -> found.addAll(against(best)));
    }
    Optional<Claim> label = label();
    if (label.isPresent()
        && maker.isPresent()
        && !label.get().value().equals(maker.get().value())) {
      found.add(new Contradiction(maker.get(), label.get()));
    }
    return found;
  }

  /// The strongest claim of every other value on the attribute of `best`. Hints count where the
  /// maker is in question, because a foreign hardware address is worth a look.
  private List<Contradiction> against(Claim best) {
    Map<String, Claim> others = new TreeMap<>();
    for (Claim claim : claims) {
      boolean counts =
          claim.attribute() == best.attribute()
              && (claim.confidence() != Confidence.HINT || best.attribute() == Attribute.MAKER);
      if (counts && !best.agreesWith(claim)) {
        others.putIfAbsent(claim.value(), claim);
      }
    }
    return others.values().stream().map(other -> new Contradiction(best, other)).toList();
  }

  private Confidence confidence() {
    Optional<Confidence> kind = Conclusion.of(Attribute.KIND, claims).map(Conclusion::confidence);
    Optional<Confidence> maker = Conclusion.of(Attribute.MAKER, claims).map(Conclusion::confidence);
    return kind.isPresent() && maker.isPresent()
        ? weaker(kind.get(), maker.get())
        : Confidence.HINT;
  }

  private static Confidence weaker(Confidence one, Confidence other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
