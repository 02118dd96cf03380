package lenswacht.fingerprint;

/// How much a statement on identity can bear: one of three words with a fixed meaning, never a
/// number. In rising order; [Conclusion] says how single signs add up to them.
public enum Confidence {
  /// A weak sign that other things share: a MAC prefix, a common banner. Nobody is judged by it.
  HINT,
  /// A specific sign that other things are not known to show, or two independent weak ones.
  LIKELY,
  /// Said by the asset itself in a field or protocol made for saying it, or by two independent
  /// specific signs; and no other specific sign says otherwise.
  CERTAIN;

  /// The next word up; the highest stays.
  Confidence raised() {
    return this == HINT ? LIKELY : CERTAIN;
  }

  /// The next word down; the lowest stays.
  Confidence lowered() {
    return this == CERTAIN ? LIKELY : HINT;
  }
}
