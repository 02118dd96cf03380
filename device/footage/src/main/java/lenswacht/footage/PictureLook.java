package lenswacht.footage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/// Looks at one decoded picture, in the child process.
final class PictureLook {
  private PictureLook() {}

  /// The facts of `picture`, whose faces are covered, and kept if asked. Without a search nothing
  /// of the picture is kept.
  ///
  /// @param picture blue, green and red; changed
  /// @param search null when the cascades could not be loaded
  /// @throws IOException if the covered picture cannot be written
  static PictureFacts look(Mat picture, @Nullable FaceSearch search, Optional<Path> cover)
      throws IOException {
    Mat luminance = new Mat();
    opencv_imgproc.cvtColor(picture, luminance, opencv_imgproc.COLOR_BGR2GRAY);
    double sharpness = sharpness(luminance);
    Optional<FaceSearch.Found> found = search(search, luminance, cover.isPresent());
    if (cover.isPresent()) {
      found.ifPresentOrElse(
          faces -> {
            FaceCover.places(picture, faces.certain());
            FaceCover.places(picture, faces.doubtful());
          },
          () -> FaceCover.whole(picture));
      FaceCover.keep(picture, cover.get());
    }
    return new PictureFacts(
        picture.cols(), picture.rows(), sharpness, found.isPresent(), sizes(found));
  }

  /// Variance of the Laplacian.
  static double sharpness(Mat luminance) {
    Mat laplacian = new Mat();
    opencv_imgproc.Laplacian(luminance, laplacian, opencv_core.CV_16S);
    Mat mean = new Mat();
    Mat deviation = new Mat();
    opencv_core.meanStdDev(laplacian, mean, deviation);
    laplacian.release();
    double standard = deviation.ptr(0).getDouble();
    return standard * standard;
  }

  private static Optional<FaceSearch.Found> search(
      @Nullable FaceSearch search, Mat luminance, boolean eagerly) {
    if (search == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(search.in(luminance, eagerly));
    } catch (RuntimeException | OutOfMemoryError _) {
      // OpenCV's own failures have no narrower type, and the limit on native memory is an error;
      // a failed search covers everything.
      return Optional.empty();
    }
  }

  private static List<FaceSize> sizes(Optional<FaceSearch.Found> found) {
    List<FaceSize> sizes = new ArrayList<>();
    found.ifPresent(
        faces ->
            faces.certain().stream()
                .limit(PictureFacts.MOST_FACES)
                .forEach(face -> sizes.add(new FaceSize(face.width(), face.height()))));
    return sizes;
  }
}
