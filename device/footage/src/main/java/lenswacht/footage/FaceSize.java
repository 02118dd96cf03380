package lenswacht.footage;

/// How large one face is in the picture; neither where nor whose. The sizes are those of the box
/// that the search drew, which is up to a third wider than the face from ear to ear.
///
/// @param width pixels
/// @param height pixels
public record FaceSize(int width, int height) {
  public FaceSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a face of " + width + " by " + height + " is none");
    }
  }
}
