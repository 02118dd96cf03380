package lenswacht.fingerprint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Fingerprint.Said;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.HardwareAddress;
import lenswacht.observation.Observation.Stated;
import lenswacht.observation.Service;

/// Tells what an asset is from what was observed about it. The same observations and the same
/// catalogue always give the same identification, in whatever order the observations come.
///
/// What a direct sign says comes first; then the model number is put to the model patterns; last,
/// a label is followed to the maker behind it.
public final class Identifier {
  private static final int MOST_MODELS = 16;

  /// Characters of a long text that are kept from before what matched.
  private static final int BEFORE = 32;

  private final Catalogue catalogue;

  /// An identifier that knows what `catalogue` knows.
  public Identifier(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// What the host is that all `observationsOfOneHost` are about.
  public Identification identify(List<Observation> observationsOfOneHost) {
    Map<Service, Map<Observable, List<String>>> said = new HashMap<>();
    for (Observation observation : observationsOfOneHost) {
      if (observation instanceof Stated stated) {
        said.computeIfAbsent(stated.service(), any -> new EnumMap<>(Observable.class))
            .computeIfAbsent(stated.observable(), any -> new ArrayList<>())
            .add(stated.value());
      }
    }
    Set<Claim> claims = new LinkedHashSet<>();
    for (Observation observation : observationsOfOneHost) {
      if (observation instanceof Stated stated) {
        claims.addAll(direct(stated, said.getOrDefault(stated.service(), Map.of())));
      } else if (observation instanceof HardwareAddress address) {
        claims.addAll(owner(address));
      }
    }
    claims.addAll(fromModels(claims));
    claims.addAll(fromLabels(claims));
    return Resolution.of(claims);
  }

  private List<Claim> direct(Stated stated, Map<Observable, List<String>> said) {
    List<Claim> claims = new ArrayList<>();
    for (Fingerprint fingerprint : catalogue.candidates(stated.observable(), stated.value())) {
      fingerprint
          .match(stated.value(), catalogue.names())
          .filter(
              match ->
                  fingerprint.conditions().stream().allMatch(condition -> holds(condition, said)))
          .ifPresent(match -> claims.addAll(claims(match, fingerprint, stated)));
    }
    return claims;
  }

  private static boolean holds(Condition condition, Map<Observable, List<String>> said) {
    return switch (condition) {
      case Condition.SaidBesides(var observable, var pattern, var negated) ->
          negated
              != said.getOrDefault(observable, List.of()).stream()
                  .anyMatch(text -> pattern.matcher(text).find());
      case Condition.Named _ -> false;
    };
  }

  private static List<Claim> claims(
      Fingerprint.Match match, Fingerprint fingerprint, Stated stated) {
    String seen = seen(stated.value(), match.from());
    List<Claim> claims = new ArrayList<>();
    match
        .said()
        .forEach(
            (attribute, said) ->
                claims.add(
                    new Claim(
                        attribute,
                        said.value(),
                        said.confidence(),
                        fingerprint.trust(),
                        fingerprint.id(),
                        Optional.of(stated.observable()),
                        seen,
                        stated.evidence())));
    return claims;
  }

  /// The text, or of a long one the surroundings of what matched.
  private static String seen(String text, int match) {
    if (text.length() <= Stated.LONGEST_TEXT) {
      return text;
    }
    int from = Math.min(Math.max(0, match - BEFORE), text.length() - Stated.LONGEST_TEXT);
    return text.substring(from, from + Stated.LONGEST_TEXT);
  }

  private List<Claim> owner(HardwareAddress address) {
    List<Claim> claims = new ArrayList<>();
    catalogue
        .macPrefixes()
        .owner(address.mac())
        .ifPresent(
            owner -> {
              owner.brand().ifPresent(b -> claims.add(claim(Attribute.BRAND, b, owner, address)));
              owner.maker().ifPresent(m -> claims.add(claim(Attribute.MAKER, m, owner, address)));
              owner
                  .kind()
                  .ifPresent(k -> claims.add(claim(Attribute.KIND, k.name(), owner, address)));
            });
    return claims;
  }

  private static Claim claim(
      Attribute attribute, String value, MacPrefixes.Owner owner, HardwareAddress address) {
    return new Claim(
        attribute,
        value,
        Confidence.HINT,
        Trust.MAC_PREFIX,
        "mac-" + owner.prefix(),
        Optional.empty(),
        address.mac().toString(),
        address.evidence());
  }

  /// What the model numbers among `claims` give away.
  private List<Claim> fromModels(Set<Claim> claims) {
    Map<String, Claim> models = new HashMap<>();
    for (Claim claim : claims) {
      if (claim.attribute() == Attribute.MODEL && models.size() < MOST_MODELS) {
        models.merge(claim.value(), claim, Resolution::stronger);
      }
    }
    Set<String> named = named(claims);
    List<Claim> found = new ArrayList<>();
    for (Claim model : models.values()) {
      for (Fingerprint fingerprint : catalogue.modelCandidates(model.value())) {
        if (fingerprint.conditions().stream().allMatch(condition -> isNamed(condition, named))) {
          fingerprint
              .read(model.value(), catalogue.names())
              .ifPresent(
                  values ->
                      values.forEach(
                          (attribute, value) ->
                              found.add(follow(model, attribute, value, fingerprint))));
        }
      }
    }
    return found;
  }

  private static boolean isNamed(Condition condition, Set<String> named) {
    return switch (condition) {
      case Condition.SaidBesides _ -> false;
      case Condition.Named(String name) -> named.contains(name);
    };
  }

  /// The brands and makers that are claimed.
  private static Set<String> named(Set<Claim> claims) {
    Set<String> named = new HashSet<>();
    for (Claim claim : claims) {
      if (claim.attribute() == Attribute.BRAND || claim.attribute() == Attribute.MAKER) {
        named.add(claim.value());
      }
    }
    return named;
  }

  private static Claim follow(
      Claim model, Attribute attribute, Said said, Fingerprint fingerprint) {
    return new Claim(
        attribute,
        said.value(),
        said.confidence(),
        fingerprint.trust(),
        fingerprint.id(),
        model.observable(),
        model.value(),
        model.evidence());
  }

  /// The makers behind the labels among `claims`.
  private List<Claim> fromLabels(Set<Claim> claims) {
    List<Claim> found = new ArrayList<>();
    for (Claim brand : claims) {
      if (brand.attribute() == Attribute.BRAND) {
        maker(brand).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Claim> maker(Claim brand) {
    Optional<Labels.Supplier> supplier =
        catalogue.names().isMaker(brand.value())
            ? Optional.of(new Labels.Supplier(brand.value(), brand.confidence()))
            : catalogue.labels().supplier(brand.value());
    return supplier.map(
        behind ->
            new Claim(
                Attribute.MAKER,
                behind.maker(),
                weaker(brand.confidence(), behind.confidence()),
                brand.trust() == Trust.MAC_PREFIX ? Trust.MAC_PREFIX : Trust.MODEL_PATTERN,
                Claim.FROM_LABEL,
                brand.observable(),
                brand.value(),
                brand.evidence()));
  }

  private static Confidence weaker(Confidence one, Confidence other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
