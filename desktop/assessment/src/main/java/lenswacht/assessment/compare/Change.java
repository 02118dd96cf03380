package lenswacht.assessment.compare;

/// One difference between two moments.
///
/// @param cause what kind of thing changed
/// @param subject what it is about: an asset, a rule, a maker, a field
/// @param what the change
/// @param before as it was; may be empty
/// @param after as it is; may be empty
public record Change(Cause cause, String subject, What what, String before, String after) {
  /// What kind of thing changed. The same difference is never told under two of them.
  public enum Cause {
    /// On site: assets, their firmware, what they show.
    SITE,
    /// What people answered.
    ANSWERS,
    /// The rules, their tables, controls and remedies.
    RULES,
    /// What is known of makers, states and vulnerabilities.
    KNOWLEDGE,
    /// What was looked at, and how much is known.
    COVERAGE,
    /// What people decided, and whether it still has its ground.
    DECISIONS
  }

  /// The change.
  public enum What {
    /// It is there and was not.
    APPEARED,
    /// It was there and is not, and somebody looked.
    GONE,
    /// It is another than before.
    CHANGED,
    /// It answers elsewhere.
    MOVED,
    /// A rule fires that did not.
    FIRES,
    /// A rule fires no more.
    SILENT,
    /// Only now somebody looked there.
    NEWLY_LOOKED_AT,
    /// Nobody looked there this time.
    NOT_LOOKED_AT,
    /// The espionage level is another.
    ESPIONAGE,
    /// The privacy level is another.
    PRIVACY,
    /// The verdict on a control is another.
    VERDICT,
    /// A decision holds as it was made.
    HOLDS,
    /// A decision holds, and what it was about is not there any more.
    WITHOUT_GROUND,
    /// The later case does not have it.
    NOT_CARRIED_OVER
  }
}
