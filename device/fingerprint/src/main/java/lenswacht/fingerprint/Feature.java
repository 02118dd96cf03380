package lenswacht.fingerprint;

/// Something an asset says it can do. That it says so is no proof that it is switched on.
public enum Feature {
  /// Pan, tilt or zoom by remote control.
  PAN_TILT_ZOOM,
  /// Hearing or speaking.
  AUDIO,
  /// Analysis of the picture on the asset itself.
  ANALYTICS,
  /// Finding or telling apart faces on the asset itself.
  FACE,
  /// Reading number plates on the asset itself.
  NUMBER_PLATE,
  /// Measuring heat.
  THERMAL,
  /// Keeping pictures on the asset itself.
  RECORDING,
  /// Opening a door.
  DOOR_CONTROL;

  static boolean isName(String text) {
    for (Feature feature : values()) {
      if (feature.name().equals(text)) {
        return true;
      }
    }
    return false;
  }
}
