package lenswacht.assessment.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a statement is about.
public enum StatementKind {
  /// The level of the site on one axis.
  SITE_RATING(Protection.HIGHER_LEVEL),
  /// The level of an asset on one axis.
  RATING(Protection.HIGHER_LEVEL),
  /// From where an asset is reached.
  REACH(Protection.GRAVER_CLAIM),
  /// Whether one zone reaches another.
  SEPARATION(Protection.GRAVER_CLAIM),
  /// Whether a requirement of the policy pack is met at the site.
  REQUIREMENT(Protection.GRAVER_CLAIM),
  /// Who made an asset.
  MAKER(Protection.WEAKER_CLAIM),
  /// With whom outside an asset keeps a connection.
  WAY_OUT(Protection.WEAKER_CLAIM),
  /// Whether a system that tells faces apart meets a requirement.
  BIOMETRIC(Protection.WEAKER_CLAIM);

  private final Protection protection;

  StatementKind(Protection protection) {
    this.protection = protection;
  }

  /// Which conclusion stands where two differ.
  public Protection protection() {
    return protection;
  }

  /// The fixed list: the levels, or the claims, in the order in which they are offered.
  public List<Conclusion> list() {
    return protection == Protection.HIGHER_LEVEL ? Conclusion.levels() : Conclusion.claims();
  }

  /// As files write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind with this word.
  public static Optional<StatementKind> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
