package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where on a picture there is still room for words beside a place.
final class LabelRoom {
  private static final double GAP = 9;

  private final double width;
  private final double height;
  private final List<Rect> taken = new ArrayList<>();

  /// A part of the picture.
  record Rect(double x, double y, double width, double height) {
    boolean meets(Rect other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  LabelRoom(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /// Nothing else may stand there.
  void take(Rect rect) {
    taken.add(rect);
  }

  /// A part of this size near a place, that is taken with this; empty where none is free.
  Optional<Rect> beside(double x, double y, double wide, double high) {
    List<Rect> tries =
        List.of(
            new Rect(x + GAP, y - high / 2, wide, high),
            new Rect(x - GAP - wide, y - high / 2, wide, high),
            new Rect(x - wide / 2, y + GAP, wide, high),
            new Rect(x - wide / 2, y - GAP - high, wide, high),
            new Rect(x + GAP, y + GAP / 2, wide, high),
            new Rect(x + GAP, y - GAP / 2 - high, wide, high),
            new Rect(x - GAP - wide, y + GAP / 2, wide, high),
            new Rect(x - GAP - wide, y - GAP / 2 - high, wide, high));
    Optional<Rect> free =
        tries.stream()
            .filter(this::isWithin)
            .filter(one -> taken.stream().noneMatch(one::meets))
            .findFirst();
    free.ifPresent(taken::add);
    return free;
  }

  private boolean isWithin(Rect rect) {
    return rect.x >= 0
        && rect.y >= 0
        && rect.x + rect.width <= width
        && rect.y + rect.height <= height;
  }
}
