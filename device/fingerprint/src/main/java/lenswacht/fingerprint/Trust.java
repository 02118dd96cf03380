package lenswacht.fingerprint;

/// What kind of sign a claim rests on. In rising order of trust; the higher one wins a
/// contradiction.
public enum Trust {
  /// The registered owner of the MAC prefix.
  MAC_PREFIX,
  /// A model number that follows a maker's pattern.
  MODEL_PATTERN,
  /// A banner, title, realm or greeting.
  BANNER,
  /// Pages, scripts, favicons.
  WEB_ASSET,
  /// The certificate's subject or issuer.
  CERTIFICATE,
  /// A field made for naming maker or model.
  VENDOR_FIELD,
  /// A protocol that only one maker's equipment speaks.
  PROTOCOL
}
