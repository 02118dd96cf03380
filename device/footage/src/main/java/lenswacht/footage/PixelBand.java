package lenswacht.footage;

/// What faces can be used for, by pixel density.
public enum PixelBand {
  /// Below 80 px/m: nothing biometric.
  B0(0),
  /// From 80 px/m: acquaintances are recognised by people; machine search is unlikely.
  B1(80),
  /// From 250 px/m: people identify in good light; machine search is marginal.
  B2(250),
  /// From 381 px/m: machine recognition is feasible.
  B3(381),
  /// From 635 px/m: machine recognition is reliable.
  B4(635);

  private final double from;

  PixelBand(double from) {
    this.from = from;
  }

  /// The lowest density of this band, in pixels per metre.
  public double from() {
    return from;
  }

  /// The band of this density, in pixels per metre.
  static PixelBand of(double pixelsPerMetre) {
    PixelBand band = B0;
    for (PixelBand next : values()) {
      if (pixelsPerMetre >= next.from) {
        band = next;
      }
    }
    return band;
  }
}
