package lenswacht.footage;

/// How many pixels a picture spends on one metre, across, at some distance. Decides what faces can
/// be used for.
///
/// @param pixelsPerMetre positive
public record PixelDensity(double pixelsPerMetre) {
  /// Width of a face in metres, from ear to ear.
  public static final double FACE_WIDTH = 0.16;

  /// Distance between the pupils in metres, of a mean adult.
  public static final double EYE_DISTANCE = 0.063;

  public PixelDensity {
    if (!(pixelsPerMetre > 0) || Double.isInfinite(pixelsPerMetre)) {
      throw new IllegalArgumentException(pixelsPerMetre + " is no pixel density");
    }
  }

  /// The density in the middle of a picture.
  ///
  /// @param horizontalPixels width of the picture
  /// @param fieldOfView horizontal, in degrees, more than 0 and less than 180
  /// @param distance from the lens, in metres
  public static PixelDensity at(int horizontalPixels, double fieldOfView, double distance) {
    positive(horizontalPixels, "a width");
    positive(distance, "a distance");
    return new PixelDensity(horizontalPixels / (2 * distance * halfTangent(fieldOfView)));
  }

  /// The density where a face of this width was seen.
  ///
  /// @param facePixels width of the face in the picture
  public static PixelDensity ofFace(int facePixels) {
    return new PixelDensity(facePixels / FACE_WIDTH);
  }

  /// The distance in metres within which a camera reaches this density.
  ///
  /// @param horizontalPixels width of the picture
  /// @param fieldOfView horizontal, in degrees, more than 0 and less than 180
  public double reach(int horizontalPixels, double fieldOfView) {
    positive(horizontalPixels, "a width");
    return horizontalPixels / (2 * pixelsPerMetre * halfTangent(fieldOfView));
  }

  /// Width of a face at this density, in pixels.
  public double facePixels() {
    return pixelsPerMetre * FACE_WIDTH;
  }

  /// Distance between the pupils at this density, in pixels, of a face seen from the front.
  public double eyePixels() {
    return pixelsPerMetre * EYE_DISTANCE;
  }

  /// What faces at this density can be used for.
  public PixelBand band() {
    return PixelBand.of(pixelsPerMetre);
  }

  private static double halfTangent(double fieldOfView) {
    if (!(fieldOfView > 0 && fieldOfView < 180)) {
      throw new IllegalArgumentException("a field of view of " + fieldOfView + " degrees is none");
    }
    return Math.tan(Math.toRadians(fieldOfView) / 2);
  }

  private static void positive(double value, String what) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + " cannot be " + value);
    }
  }
}
