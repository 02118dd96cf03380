package lenswacht.report.content;

import java.util.List;
import java.util.function.UnaryOperator;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Shape;

/// The same content with every text passed through a function.
public final class Rewriting {
  private final UnaryOperator<String> text;

  /// @param text what becomes of a text
  public Rewriting(UnaryOperator<String> text) {
    this.text = text;
  }

  /// The same document.
  public Document of(Document document) {
    Document.Around around = document.around();
    return new Document(
        document.language(),
        text.apply(document.title()),
        document.kind(),
        new Document.Around(
            text.apply(around.heading()),
            around.marking(),
            text.apply(around.foot()),
            around.pageOf(),
            around.watermark(),
            around.program(),
            around.derived()),
        of(document.opening()),
        document.chapters().stream()
            .map(
                chapter ->
                    new Chapter(chapter.id(), text.apply(chapter.title()), of(chapter.contents())))
            .toList(),
        document.compact());
  }

  /// The same content.
  public Content of(Content content) {
    return switch (content) {
      case Content.Words words -> new Content.Words(text.apply(words.text()), words.voice());
      case Content.Mark mark -> mark;
      case Content.LineBreak lineBreak -> lineBreak;
      case Content.Link link -> new Content.Link(text.apply(link.text()), link.to());
      case Content.Place place -> new Content.Place(place.id(), of(place.content()));
      case Content.Several several -> new Content.Several(all(several.parts()));
      case Content.Heading heading ->
          new Content.Heading(heading.level(), text.apply(heading.text()), heading.id());
      case Content.Paragraph paragraph ->
          new Content.Paragraph(of(paragraph.words()), paragraph.role());
      case Content.Listing listing -> new Content.Listing(all(listing.lines()));
      case Content.Table table ->
          new Content.Table(
              table.look(),
              table.headings().stream().map(text).toList(),
              table.rows().stream().map(this::all).toList());
      case Content.Picture picture -> new Content.Picture(of(picture.drawing()));
      case Content.Group group -> new Content.Group(of(group.content()));
      case Content.Whole whole -> new Content.Whole(of(whole.content()));
    };
  }

  private List<Content> all(List<Content> contents) {
    return contents.stream().map(this::of).toList();
  }

  private Drawing of(Drawing drawing) {
    return new Drawing(
        text.apply(drawing.title()),
        drawing.width(),
        drawing.height(),
        drawing.shapes().stream().map(this::of).toList(),
        drawing.told().stream().map(text).toList());
  }

  private Shape of(Shape shape) {
    return switch (shape) {
      case Shape.Words words ->
          new Shape.Words(
              words.x(),
              words.y(),
              text.apply(words.words()),
              words.size(),
              words.bold(),
              words.align(),
              words.ink());
      case Shape.Box box -> box;
      case Shape.Path path -> path;
      case Shape.Spot spot -> spot;
      case Shape.Veil veil -> veil;
      case Shape.Picture picture -> picture;
    };
  }
}
