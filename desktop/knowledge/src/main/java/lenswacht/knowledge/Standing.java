package lenswacht.knowledge;

/// What kind of text a control rests on.
public enum Standing {
  /// A law or a regulation under it.
  LAW,
  /// Terms of a contract.
  CONTRACT,
  /// What a government said it does or asks.
  STATEMENT,
  /// Advice of an authority.
  GUIDANCE,
  /// A norm that an organisation holds itself to.
  NORM,
  /// Not in force.
  PROPOSAL
}
