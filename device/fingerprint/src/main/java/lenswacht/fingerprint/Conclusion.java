package lenswacht.fingerprint;

import java.util.List;
import java.util.Optional;

/// What the claims on one attribute add up to, by this rule:
///
/// 1. The value is that of the strongest claim: one that is more than a hint before a hint, then
///    the more trusted kind of sign, then the more confident claim.
/// 2. Its confidence is raised by one word where an independent claim of at least that confidence
///    agrees. Two claims are independent if they were read from different evidence and are of
///    different kinds of sign; one page that says a name twice is one witness.
/// 3. It is lowered by one word where an independent claim that is more than a hint disagrees. What
///    disagrees is kept.
///
/// A maker that is merely known to stand behind a label neither raises nor lowers: a label is no
/// witness of who made the thing that bears it.
///
/// @param attribute what it is about
/// @param value what was concluded
/// @param confidence how much that can bear
/// @param supporting the claims that agree, strongest first
/// @param opposing the claims that do not, strongest first
public record Conclusion(
    Claim.Attribute attribute,
    String value,
    Confidence confidence,
    List<Claim> supporting,
    List<Claim> opposing) {
  public Conclusion {
    supporting = List.copyOf(supporting);
    opposing = List.copyOf(opposing);
  }

  /// What `claims`, strongest first, add up to on `attribute`; nothing where none is about it.
  static Optional<Conclusion> of(Claim.Attribute attribute, List<Claim> claims) {
    List<Claim> all = claims.stream().filter(claim -> claim.attribute() == attribute).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Claim best = all.getFirst();
    List<Claim> supporting = all.stream().filter(best::agreesWith).toList();
    List<Claim> opposing = all.stream().filter(claim -> !best.agreesWith(claim)).toList();
    return Optional.of(
        new Conclusion(
            attribute, best.value(), confidence(best, supporting, opposing), supporting, opposing));
  }

  private static Confidence confidence(Claim best, List<Claim> supporting, List<Claim> opposing) {
    Confidence confidence = best.confidence();
    boolean isBacked =
        supporting.stream()
            .anyMatch(
                claim ->
                    claim.confidence().compareTo(best.confidence()) >= 0
                        && isIndependent(best, claim));
    if (isBacked) {
      confidence = confidence.raised();
    }
    boolean isDoubted =
        opposing.stream()
            .anyMatch(claim -> claim.confidence() != Confidence.HINT && isIndependent(best, claim));
    return isDoubted ? confidence.lowered() : confidence;
  }

  private static boolean isIndependent(Claim one, Claim other) {
    return !one.evidence().equals(other.evidence())
        && one.trust() != other.trust()
        && !one.isFromLabel()
        && !other.isFromLabel();
  }
}
