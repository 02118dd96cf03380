package lenswacht.footage;

import java.util.List;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;

/// What one picture gives away.
///
/// @param width pixels
/// @param height pixels
/// @param sharpness variance of the Laplacian of the luminance, 0 = uniform
/// @param facesSought whether the search for faces was completed; if not, `faces` says nothing
/// @param faces the faces found, at most [#MOST_FACES]
public record PictureFacts(
    int width, int height, double sharpness, boolean facesSought, List<FaceSize> faces) {
  /// Widest and highest picture that is looked at, in pixels.
  public static final int LARGEST_SIDE = 8192;

  /// Most faces that are told apart.
  public static final int MOST_FACES = 1000;

  /// What [Observation.Picture#faces] says when the search failed.
  public static final int NOT_DETERMINED = -1;

  public PictureFacts {
    if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
      throw new IllegalArgumentException("a picture of " + width + " by " + height + " is none");
    }
    if (!(sharpness >= 0) || Double.isInfinite(sharpness)) {
      throw new IllegalArgumentException("sharpness " + sharpness + " is no variance");
    }
    faces = List.copyOf(faces);
    if (faces.size() > MOST_FACES || (!facesSought && !faces.isEmpty())) {
      throw new IllegalArgumentException(faces.size() + " faces cannot have been found");
    }
  }

  /// Whether a kept picture shows nothing at all, because the search for faces failed.
  public boolean coveredWhole() {
    return !facesSought;
  }

  /// These facts about the pictures of `service`. When the search for faces failed their number is
  /// [#NOT_DETERMINED], never 0.
  public Observation.Picture picture(Service service, EvidenceId evidence) {
    int smallest = faces.stream().mapToInt(FaceSize::width).min().orElse(0);
    int count = facesSought ? faces.size() : NOT_DETERMINED;
    return new Observation.Picture(service, width, height, sharpness, count, smallest, evidence);
  }
}
