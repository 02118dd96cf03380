package lenswacht.fingerprint;

/// How much a statement on identity can bear. In rising order.
public enum Confidence {
  /// A weak sign that other things share: a MAC prefix, a common banner.
  HINT,
  /// A specific pattern that other things are not known to show.
  LIKELY,
  /// Said by the asset itself in a field or protocol made for saying it.
  CERTAIN
}
