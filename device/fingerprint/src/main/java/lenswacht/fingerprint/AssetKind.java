package lenswacht.fingerprint;

/// What sort of thing an asset is.
public enum AssetKind {
  /// A camera of any shape.
  CAMERA,
  /// A recorder: NVR, DVR or hybrid.
  RECORDER,
  /// A video encoder or server that puts analogue cameras on the network.
  ENCODER,
  /// A doorbell or intercom with a camera.
  DOORBELL,
  /// Something else that is known: a printer, a switch, a telephone.
  OTHER,
  /// Not determined.
  UNKNOWN;

  /// Whether it takes or keeps pictures.
  public boolean isVideo() {
    return switch (this) {
      case CAMERA, RECORDER, ENCODER, DOORBELL -> true;
      case OTHER, UNKNOWN -> false;
    };
  }
}
