package lenswacht.report.drawing;

import java.util.List;

/// A picture and the same in words, in one language.
///
/// @param title what it shows
/// @param width in units of its shapes
/// @param height in units of its shapes
/// @param shapes what is drawn, the lowest first
/// @param told the whole of it in sentences, for those who do not see it
public record Drawing(
    String title, double width, double height, List<Shape> shapes, List<String> told) {
  private static final double LARGEST = 20_000;

  public Drawing {
    shapes = List.copyOf(shapes);
    told = List.copyOf(told);
    if (!(width > 0 && height > 0 && width <= LARGEST && height <= LARGEST)) {
      throw new IllegalArgumentException("a picture of " + width + " by " + height);
    }
    if (title.isBlank() || told.isEmpty()) {
      throw new IllegalArgumentException("a picture needs a title and its words");
    }
  }
}
