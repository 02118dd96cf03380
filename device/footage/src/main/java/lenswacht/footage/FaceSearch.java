package lenswacht.footage;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/// Finds where faces are, with the cascades that come with OpenCV; it cannot tell whose. It looks
/// twice: strictly, for what counts as a face, and eagerly, from the front and from both sides, for
/// what must be covered although it may be none.
final class FaceSearch {
  /// A place in the picture, in pixels.
  record Place(int x, int y, int width, int height) {
    boolean contains(int atX, int atY) {
      return atX >= x && atX < x + width && atY >= y && atY < y + height;
    }
  }

  /// What was found.
  ///
  /// @param certain what counts as a face
  /// @param doubtful what is covered as well
  record Found(List<Place> certain, List<Place> doubtful) {
    Found {
      certain = List.copyOf(certain);
      doubtful = List.copyOf(doubtful);
    }
  }

  /// Width in pixels of the smallest face that the cascades know.
  static final int SMALLEST = 24;

  /// Longest side, in pixels, of what is searched at once.
  private static final int PART = 2048;

  /// How much the parts of a large picture overlap; larger faces are found in the reduced one.
  private static final int OVERLAP = 256;

  private static final int STRICT = 5;
  private static final int EAGER = 2;

  private final CascadeClassifier front;
  private final CascadeClassifier otherFront;
  private final CascadeClassifier side;

  private FaceSearch(
      CascadeClassifier front, CascadeClassifier otherFront, CascadeClassifier side) {
    this.front = front;
    this.otherFront = otherFront;
    this.side = side;
  }

  /// Loads the cascades.
  ///
  /// @throws IOException if one is not there or cannot be used
  static FaceSearch load() throws IOException {
    return new FaceSearch(
        cascade("haarcascade_frontalface_default.xml"),
        cascade("haarcascade_frontalface_alt2.xml"),
        cascade("haarcascade_profileface.xml"));
  }

  /// The faces in a picture of luminance alone. A large picture is searched in overlapping parts,
  /// for small faces, and once reduced, for large ones, because the search needs much memory.
  ///
  /// @param eagerly whether to look for what is doubtful as well
  Found in(Mat luminance, boolean eagerly) {
    List<Place> certain = new ArrayList<>();
    List<Place> doubtful = new ArrayList<>();
    int longest = Math.max(luminance.cols(), luminance.rows());
    if (longest <= PART) {
      search(new Part(luminance, 0, 0, 1), certain, doubtful, eagerly);
      return new Found(certain, doubtful);
    }
    double scale = (double) longest / PART;
    Mat reduced = new Mat();
    Size size = new Size((int) (luminance.cols() / scale), (int) (luminance.rows() / scale));
    opencv_imgproc.resize(luminance, reduced, size, 0, 0, opencv_imgproc.INTER_AREA);
    search(new Part(reduced, 0, 0, scale), certain, doubtful, eagerly);
    for (int y = 0; y == 0 || y + OVERLAP < luminance.rows(); y += PART - OVERLAP) {
      for (int x = 0; x == 0 || x + OVERLAP < luminance.cols(); x += PART - OVERLAP) {
        int width = Math.min(PART, luminance.cols() - x);
        int height = Math.min(PART, luminance.rows() - y);
        Mat part = new Mat(luminance, new Rect(x, y, width, height));
        search(new Part(part, x, y, 1), certain, doubtful, eagerly);
      }
    }
    return new Found(distinct(certain), doubtful);
  }

  /// A part of the whole picture.
  ///
  /// @param picture what to search
  /// @param x where it begins in the whole
  /// @param y where it begins in the whole
  /// @param scale how many pixels of the whole one of its pixels is
  private record Part(Mat picture, int x, int y, double scale) {
    Place inWhole(Place place) {
      return new Place(
          x + (int) (place.x() * scale),
          y + (int) (place.y() * scale),
          (int) Math.ceil(place.width() * scale),
          (int) Math.ceil(place.height() * scale));
    }
  }

  private void search(Part part, List<Place> certain, List<Place> doubtful, boolean eagerly) {
    Mat picture = part.picture();
    places(front, picture, STRICT).forEach(place -> certain.add(part.inWhole(place)));
    if (!eagerly) {
      return;
    }
    List<Place> eager = new ArrayList<>(places(front, picture, EAGER));
    eager.addAll(places(otherFront, picture, EAGER));
    eager.addAll(places(side, picture, EAGER));
    Mat changed = new Mat();
    opencv_imgproc.equalizeHist(picture, changed);
    eager.addAll(places(front, changed, EAGER));
    opencv_core.flip(picture, changed, 1);
    for (Place place : places(side, changed, EAGER)) {
      int x = picture.cols() - place.x() - place.width();
      eager.add(new Place(x, place.y(), place.width(), place.height()));
    }
    eager.forEach(place -> doubtful.add(part.inWhole(place)));
  }

  /// Without those whose middle lies in an earlier one.
  private static List<Place> distinct(List<Place> places) {
    List<Place> distinct = new ArrayList<>();
    for (Place place : places) {
      int x = place.x() + place.width() / 2;
      int y = place.y() + place.height() / 2;
      if (distinct.stream().noneMatch(earlier -> earlier.contains(x, y))) {
        distinct.add(place);
      }
    }
    return distinct;
  }

  private static List<Place> places(CascadeClassifier cascade, Mat picture, int neighbours) {
    List<Place> places = new ArrayList<>();
    if (picture.cols() < SMALLEST || picture.rows() < SMALLEST) {
      return places;
    }
    Size smallest = new Size(SMALLEST, SMALLEST);
    RectVector found = new RectVector();
    cascade.detectMultiScale(picture, found, 1.1, neighbours, 0, smallest, new Size());
    for (Rect rect : found.get()) {
      places.add(new Place(rect.x(), rect.y(), rect.width(), rect.height()));
    }
    return places;
  }

  private static CascadeClassifier cascade(String name) throws IOException {
    String folder = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/haarcascades/";
    File file = Loader.cacheResource(CascadeClassifier.class, folder + name);
    if (file == null) {
      throw new IOException("the cascade " + name + " is not there");
    }
    CascadeClassifier cascade = new CascadeClassifier();
    if (!cascade.load(file.getPath())) {
      throw new IOException("the cascade " + name + " cannot be used");
    }
    return cascade;
  }
}
