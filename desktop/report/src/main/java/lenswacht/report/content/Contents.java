package lenswacht.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lenswacht.report.drawing.Drawing;

/// What stands in a document, counted.
///
/// @param headings how many headings of all levels
/// @param tables how many tables
/// @param rows how many rows of tables, headings included
/// @param pictures how many pictures
public record Contents(int headings, int tables, int rows, int pictures) {
  /// What stands in `document`.
  public static Contents of(Document document) {
    int[] count = {document.chapters().size(), 0, 0, 0};
    walk(
        document,
        content -> {
          switch (content) {
            case Content.Heading heading -> count[0]++;
            case Content.Table table -> {
              count[1]++;
              count[2] += table.rows().size() + (table.headings().isEmpty() ? 0 : 1);
            }
            case Content.Picture picture -> count[3]++;
            case Content.Words words -> {}
            case Content.Mark mark -> {}
            case Content.LineBreak lineBreak -> {}
            case Content.Link link -> {}
            case Content.Place place -> {}
            case Content.Several several -> {}
            case Content.Paragraph paragraph -> {}
            case Content.Listing listing -> {}
            case Content.Group group -> {}
            case Content.Whole whole -> {}
          }
        });
    return new Contents(count[0], count[1], count[2], count[3]);
  }

  /// The pictures of `document` in their order.
  public static List<Drawing> drawings(Document document) {
    List<Drawing> drawings = new ArrayList<>();
    walk(
        document,
        content -> {
          if (content instanceof Content.Picture picture) {
            drawings.add(picture.drawing());
          }
        });
    return drawings;
  }

  private static void walk(Document document, Consumer<Content> visitor) {
    walk(document.opening(), visitor);
    document.chapters().forEach(chapter -> walk(chapter.contents(), visitor));
  }

  private static void walk(Content content, Consumer<Content> visitor) {
    visitor.accept(content);
    switch (content) {
      case Content.Several several -> several.parts().forEach(part -> walk(part, visitor));
      case Content.Group group -> walk(group.content(), visitor);
      case Content.Whole whole -> walk(whole.content(), visitor);
      case Content.Place place -> walk(place.content(), visitor);
      case Content.Paragraph paragraph -> walk(paragraph.words(), visitor);
      case Content.Listing listing -> listing.lines().forEach(line -> walk(line, visitor));
      case Content.Table table ->
          table.rows().forEach(row -> row.forEach(cell -> walk(cell, visitor)));
      case Content.Words words -> {}
      case Content.Mark mark -> {}
      case Content.LineBreak lineBreak -> {}
      case Content.Link link -> {}
      case Content.Heading heading -> {}
      case Content.Picture picture -> {}
    }
  }
}
