package lenswacht.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Letters;
import lenswacht.report.drawing.PngPaint;
import lenswacht.report.drawing.Shape;

/// Whether a picture can be read: it is at most a page wide, all its words lie inside it, none
/// stands on another, and it is told in sentences without gaps.
final class Legible {
  private static final Path KEPT = Path.of("target/pictures");
  private static final double SLACK = 0.5;

  private Legible() {}

  /// The place that words take.
  record Place(String words, double left, double top, double right, double bottom) {
    static Place of(Shape.Words words) {
      double width = Letters.width(words);
      double left =
          switch (words.align()) {
            case START -> words.x();
            case MIDDLE -> words.x() - width / 2;
            case END -> words.x() - width;
          };
      return new Place(
          words.words(),
          left,
          words.y() - words.size() * 0.73,
          left + width,
          words.y() + words.size() * 0.21);
    }

    boolean meets(Place other) {
      return left < other.right - SLACK
          && other.left < right - SLACK
          && top < other.bottom - SLACK
          && other.top < bottom - SLACK;
    }

    boolean isWithin(Drawing drawing) {
      return left >= -SLACK
          && top >= -SLACK
          && right <= drawing.width() + SLACK
          && bottom <= drawing.height() + SLACK;
    }
  }

  /// What keeps a picture from being read.
  static List<String> complaints(Drawing drawing) {
    List<String> complaints = new ArrayList<>();
    if (drawing.width() > Sketch.PAGE) {
      complaints.add("it is " + drawing.width() + " wide");
    }
    List<Place> places = new ArrayList<>();
    for (Shape shape : drawing.shapes()) {
      if (shape instanceof Shape.Words words && !words.words().isBlank()) {
        Place place = Place.of(words);
        if (!place.isWithin(drawing)) {
          complaints.add("'" + place.words() + "' is cut off");
        }
        places.stream()
            .filter(place::meets)
            .forEach(
                other ->
                    complaints.add("'" + place.words() + "' stands on '" + other.words() + "'"));
        places.add(place);
      }
      if (shape instanceof Shape.Spot spot && spot.spoken().isBlank()) {
        complaints.add("the spot " + spot.key() + " says nothing");
      }
    }
    drawing.told().stream()
        .filter(said -> said.isBlank() || said.contains("{"))
        .forEach(said -> complaints.add("'" + said + "' is no sentence"));
    return complaints;
  }

  /// Fails where a picture cannot be read; keeps it to be looked at.
  static Drawing require(String name, Drawing drawing) throws IOException {
    Files.createDirectories(KEPT);
    try (OutputStream out = Files.newOutputStream(KEPT.resolve(name + ".png"))) {
      PngPaint.write(drawing, out);
    }
    assertThat(complaints(drawing)).as(name).isEmpty();
    return drawing;
  }
}
