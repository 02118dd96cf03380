package lenswacht.report.drawing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A picture as SVG 1.1, for documents: on a white ground, with its words as title and description.
public final class SvgText {
  private static final String HATCH =
      "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
          + " patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\""
          + " stroke=\"#59636e\" stroke-width=\"2\"/></pattern></defs>\n";

  private SvgText() {}

  /// The picture.
  public static String of(Drawing drawing) {
    StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title told\""
            + " width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n"
                .formatted(
                    number(drawing.width()),
                    number(drawing.height()),
                    number(drawing.width()),
                    number(drawing.height())));
    svg.append("<title id=\"title\">").append(escaped(drawing.title())).append("</title>\n");
    svg.append("<desc id=\"told\">")
        .append(escaped(String.join("\n", drawing.told())))
        .append("</desc>\n")
        .append(HATCH);
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    drawing.shapes().forEach(shape -> svg.append(written(shape)));
    return svg.append("</svg>\n").toString();
  }

  private static String written(Shape shape) {
    return switch (shape) {
      case Shape.Box box -> box(box);
      case Shape.Path path -> path(path);
      case Shape.Veil veil -> veil(veil);
      case Shape.Picture picture -> picture(picture);
      case Shape.Words words -> words(words);
      case Shape.Spot spot -> "";
    };
  }

  private static String box(Shape.Box box) {
    String place =
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
            .formatted(number(box.x()), number(box.y()), number(box.width()), number(box.height()));
    String plain =
        place + " fill=\"%s\" stroke=\"%s\"/>\n".formatted(box.fill().paper(), box.edge().paper());
    return box.hatched() ? plain + place + " fill=\"url(#hatch)\"/>\n" : plain;
  }

  private static String path(Shape.Path path) {
    return "<polyline points=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n"
        .formatted(
            points(path.points()),
            path.fill().paper(),
            path.ink().paper(),
            number(path.weight()),
            path.dashed() ? " stroke-dasharray=\"6 4\"" : "");
  }

  private static String veil(Shape.Veil veil) {
    return "<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"%s\" stroke=\"none\"/>\n"
        .formatted(points(veil.points()), veil.ink().paper(), number(Shape.Veil.COVERS));
  }

  private static String picture(Shape.Picture shown) {
    return ("<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\""
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + " xlink:href=\"data:image/png;base64,%s\"/>\n")
        .formatted(
            number(shown.x()),
            number(shown.y()),
            number(shown.width()),
            number(shown.height()),
            shown.picture().png().base64());
  }

  private static String points(List<Double> lengths) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < lengths.size(); i += 2) {
      points
          .append(i == 0 ? "" : " ")
          .append(number(lengths.get(i)))
          .append(',')
          .append(number(lengths.get(i + 1)));
    }
    return points.toString();
  }

  private static String words(Shape.Words words) {
    return ("<text x=\"%s\" y=\"%s\" font-family=\"Liberation Sans, Arial, sans-serif\""
            + " font-size=\"%s\"%s text-anchor=\"%s\" fill=\"%s\">%s</text>\n")
        .formatted(
            number(words.x()),
            number(words.y()),
            number(words.size()),
            words.bold() ? " font-weight=\"bold\"" : "",
            words.align().name().toLowerCase(Locale.ROOT),
            words.ink().paper(),
            escaped(words.words()));
  }

  private static String number(double length) {
    String text = String.format(Locale.ROOT, "%.2f", length);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  /// Text as XML 1.0 may hold it.
  private static String escaped(String text) {
    return text.codePoints()
        .mapToObj(
            point ->
                switch (point) {
                  case '&' -> "&amp;";
                  case '<' -> "&lt;";
                  case '>' -> "&gt;";
                  case '"' -> "&quot;";
                  default -> isAllowed(point) ? Character.toString(point) : "\ufffd";
                })
        .collect(Collectors.joining());
  }

  private static boolean isAllowed(int point) {
    return point == '\n'
        || point == '\t'
        || (point >= 0x20 && point <= 0xd7ff)
        || (point >= 0xe000 && point <= 0xfffd)
        || point >= 0x10000;
  }
}
