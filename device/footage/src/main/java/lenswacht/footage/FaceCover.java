package lenswacht.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Covers faces with solid blocks of one fixed grey, a quarter larger on each side than what was
/// found; blur and mosaic can be undone. What is kept has half the width and height, so that a face
/// too small for the search is kept smaller than 12 pixels, where no band begins.
final class FaceCover {
  /// The level of blue, green and red in a block.
  static final int GREY = 96;

  /// How often the kept picture is smaller, across and down.
  static final int REDUCTION = 2;

  private FaceCover() {}

  /// Covers all of these places in `picture` itself.
  static void places(Mat picture, List<FaceSearch.Place> places) {
    for (FaceSearch.Place place : places) {
      int marginX = place.width() / 4 + 1;
      int marginY = place.height() / 4 + 1;
      int left = Math.max(0, place.x() - marginX);
      int top = Math.max(0, place.y() - marginY);
      int right = Math.min(picture.cols(), place.x() + place.width() + marginX);
      int bottom = Math.min(picture.rows(), place.y() + place.height() + marginY);
      if (right > left && bottom > top) {
        fill(new Mat(picture, new Rect(left, top, right - left, bottom - top)));
      }
    }
  }

  /// Covers all of `picture`.
  static void whole(Mat picture) {
    fill(picture);
  }

  /// Keeps a covered picture, reduced, as PNG; whole or not at all.
  ///
  /// @throws IOException if it cannot be written
  static void keep(Mat covered, Path png) throws IOException {
    Mat reduced = new Mat();
    int width = Math.max(1, covered.cols() / REDUCTION);
    int height = Math.max(1, covered.rows() / REDUCTION);
    opencv_imgproc.resize(
        covered, reduced, new Size(width, height), 0, 0, opencv_imgproc.INTER_AREA);
    Path part = part(png);
    if (!opencv_imgcodecs.imwrite(part.toString(), reduced)) {
      throw new IOException("the covered picture cannot be written");
    }
    Files.move(part, png, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Where a picture is while it is being written.
  static Path part(Path png) {
    return png.resolveSibling(png.getFileName() + ".part.png");
  }

  private static void fill(Mat picture) {
    picture.put(new Scalar(GREY, GREY, GREY, 0));
  }
}
