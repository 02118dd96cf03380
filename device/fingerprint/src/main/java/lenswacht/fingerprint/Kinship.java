package lenswacht.fingerprint;

import java.time.LocalDate;

/// How two firms are related, as far as it helps to understand a label: `firm` is `relation` of
/// `other`. Who owns whom today, and where, is not said here.
///
/// @param firm a maker or brand
/// @param relation what it is to the other
/// @param other a maker or brand
/// @param source where the knowledge comes from
/// @param dated when it was entered or checked
public record Kinship(
    String firm, Relation relation, String other, String source, LocalDate dated) {

  /// What one firm is to another.
  public enum Relation {
    /// One group, side by side.
    SISTER,
    /// A venture that the other holds together with somebody else.
    JOINT_VENTURE,
    /// The name that the other bore, or a firm that went up in it.
    FORMER_NAME
  }
}
