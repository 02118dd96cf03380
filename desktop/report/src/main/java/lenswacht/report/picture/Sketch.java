package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Letters;
import lenswacht.report.drawing.Shape;

/// A picture that is being made: blocks of words that break their lines, boxes around them, arrows.
final class Sketch {
  /// The widest a picture may be to be read on a page of paper.
  static final double PAGE = 680;

  private static final double LEADING = 1.28;
  private static final double HEAD = 6;

  private final List<Shape> shapes = new ArrayList<>();

  /// Words in one size and ink.
  record Type(double size, boolean bold, Ink ink) {
    /// Names.
    static final Type STRONG = new Type(13, true, Ink.TEXT);

    /// What is said.
    static final Type PLAIN = new Type(12, false, Ink.TEXT);

    /// What stands beside the matter.
    static final Type SMALL = new Type(11, false, Ink.MUTED);

    double leading() {
      return size * LEADING;
    }
  }

  /// Words in a column.
  ///
  /// @param lines none wider than the column
  record Block(List<String> lines, Type type) {
    /// Words broken into lines of at most `width`.
    static Block of(String words, Type type, double width) {
      return new Block(Letters.lines(words, type.size(), type.bold(), width), type);
    }

    /// The same, in at most `most` lines.
    static Block of(String words, Type type, double width, int most) {
      return new Block(Letters.lines(words, type.size(), type.bold(), width, most), type);
    }

    double height() {
      return lines.size() * type.leading();
    }

    /// The widest line.
    double width() {
      return lines.stream()
          .mapToDouble(line -> Letters.width(line, type.size(), type.bold()))
          .max()
          .orElse(0);
    }
  }

  static double height(List<Block> blocks) {
    return blocks.stream().mapToDouble(Block::height).sum();
  }

  void add(Shape shape) {
    shapes.add(shape);
  }

  void addAll(List<Shape> more) {
    shapes.addAll(more);
  }

  List<Shape> shapes() {
    return List.copyOf(shapes);
  }

  /// Blocks below each other; gives where they end.
  double write(double x, double top, List<Block> blocks) {
    return write(x, top, blocks, Shape.Align.START);
  }

  /// Blocks below each other on one side of `x`; gives where they end.
  double write(double x, double top, List<Block> blocks, Shape.Align align) {
    double y = top;
    for (Block block : blocks) {
      Type type = block.type();
      for (String line : block.lines()) {
        shapes.add(
            new Shape.Words(x, y + type.size(), line, type.size(), type.bold(), align, type.ink()));
        y += type.leading();
      }
    }
    return y;
  }

  /// A line with a point at its end.
  void arrow(double fromX, double fromY, double toX, double toY, boolean dashed) {
    shapes.add(new Shape.Path(List.of(fromX, fromY, toX, toY), Ink.TEXT, 1.5, dashed, Ink.NONE));
    double length = Math.hypot(toX - fromX, toY - fromY);
    if (length > 0) {
      double dx = (toX - fromX) / length * HEAD;
      double dy = (toY - fromY) / length * HEAD;
      shapes.add(
          new Shape.Path(
              List.of(
                  toX,
                  toY,
                  toX - dx - dy * 0.7,
                  toY - dy + dx * 0.7,
                  toX - dx + dy * 0.7,
                  toY - dy - dx * 0.7,
                  toX,
                  toY),
              Ink.TEXT,
              1,
              false,
              Ink.TEXT));
    }
  }

  /// A box that says that nothing is known: hatched, with room for words in its middle.
  void unknown(double x, double y, double width, double height) {
    shapes.add(new Shape.Box(x, y, width, height, Ink.GROUND, Ink.MUTED, true));
    shapes.add(new Shape.Box(x + 6, y + 5, width - 12, height - 10, Ink.GROUND, Ink.NONE, false));
  }
}
