package lenswacht.agent.panel;

import java.util.ArrayList;
import java.util.List;
import lenswacht.agent.panel.Screen.Line;

/// What stands between the status line and the names of the keys, before it is known in which
/// letters.
final class Body {
  private final List<Part> parts = new ArrayList<>();

  private sealed interface Part {
    /// A line of its own; `end` stays whole where the line is too long.
    record Text(String start, String end) implements Part {}

    /// A line in large letters.
    record Headline(String text) implements Part {}

    /// As many lines as it takes.
    record Words(String text) implements Part {}

    /// Two texts, on one line where that is wide enough.
    record Pair(String left, String right) implements Part {}

    /// An empty line, where there is room.
    record Gap() implements Part {}
  }

  /// A line.
  Body line(String text) {
    parts.add(new Part.Text(text, ""));
    return this;
  }

  /// A line of which the end matters more than the start.
  Body line(String start, String end) {
    parts.add(new Part.Text(start, end));
    return this;
  }

  /// A line in large letters.
  Body headline(String text) {
    parts.add(new Part.Headline(text));
    return this;
  }

  /// A text of several lines.
  Body words(String text) {
    parts.add(new Part.Words(text));
    return this;
  }

  /// Two texts that belong together. Where one is empty the other stands alone.
  Body pair(String left, String right) {
    parts.add(
        left.isEmpty() || right.isEmpty()
            ? new Part.Text(left + right, "")
            : new Part.Pair(left, right));
    return this;
  }

  /// An empty line, where there is room for it.
  Body gap() {
    parts.add(new Part.Gap());
    return this;
  }

  /// How many rows it takes in small letters, without gaps.
  int rows() {
    return parts.stream().mapToInt(Body::rows).sum();
  }

  /// It in small letters, from row `first` on; what comes after `last` is left out.
  List<Line> small(int first, int last) {
    int spare = last - first + 1 - rows();
    List<Line> lines = new ArrayList<>();
    int row = first;
    for (Part part : parts) {
      if (part instanceof Part.Gap) {
        row += spare > 0 ? 1 : 0;
        spare--;
        continue;
      }
      boolean isLarge = part instanceof Part.Headline;
      for (String text : texts(part)) {
        if (row + (isLarge ? 1 : 0) <= last) {
          lines.add(new Line(row, isLarge, text));
        }
        row += isLarge ? 2 : 1;
      }
    }
    return lines;
  }

  /// All its texts, folded to `width` characters.
  List<String> folded(int width) {
    return parts.stream().flatMap(part -> folded(part, width).stream()).toList();
  }

  private static int rows(Part part) {
    return switch (part) {
      case Part.Gap() -> 0;
      case Part.Headline _ -> 2;
      case Part.Text _, Part.Words _, Part.Pair _ -> texts(part).size();
    };
  }

  private static List<String> texts(Part part) {
    int width = Screen.COLUMNS;
    return switch (part) {
      case Part.Gap() -> List.of();
      case Part.Headline(String text) -> List.of(Fold.cut(text, Screen.LARGE_COLUMNS));
      case Part.Text(String start, String end) ->
          List.of(Fold.cut(Fold.cut(start, Math.max(1, width - end.length())) + end, width));
      case Part.Words(String text) -> Fold.fold(text, width);
      case Part.Pair(String left, String right) ->
          Fold.pair(Fold.cut(left, width), Fold.cut(right, width), width);
    };
  }

  private static List<String> folded(Part part, int width) {
    return switch (part) {
      case Part.Gap() -> List.of();
      case Part.Headline(String text) -> Fold.fold(text, width);
      case Part.Text(String start, String end) -> Fold.fold(start + end, width);
      case Part.Words(String text) -> Fold.fold(text, width);
      case Part.Pair(String left, String right) -> Fold.pair(left, right, width);
    };
  }
}
