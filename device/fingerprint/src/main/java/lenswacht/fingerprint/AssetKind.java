package lenswacht.fingerprint;

/// What sort of thing an asset is.
public enum AssetKind {
  /// A camera of any shape, or a computer that puts its own on the network.
  CAMERA,
  /// A recorder: NVR, DVR, hybrid, or a computer with software that records.
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
