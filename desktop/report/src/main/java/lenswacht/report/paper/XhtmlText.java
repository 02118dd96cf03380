package lenswacht.report.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;
import lenswacht.report.content.Document;
import lenswacht.report.content.PrintableText;

/// A document as XHTML with its style: what the printer of PDF reads. Text is escaped here and
/// nowhere else, so that no text can become a tag, whoever wrote it.
final class XhtmlText {
  private static final String STYLE = "report.css";
  private static final String NO_BREAK = "\u00a0";
  private static final int LONGEST_EDGE_TEXT = 120;

  /// Most room that is kept for the head and the first row of a table, in points.
  private static final double HIGHEST_BEGINNING = 240;

  private final Document document;
  private final StringBuilder out = new StringBuilder(1 << 18);
  private final Columns columns = Columns.ofPapers();
  private int pictures;

  private XhtmlText(Document document) {
    this.document = document;
  }

  /// The whole document. Its pictures are objects that are numbered in their order.
  static String of(Document document) {
    XhtmlText text = new XhtmlText(document);
    text.head();
    text.out.append(document.compact() ? "<body class=\"compact\">" : "<body>");
    text.write(document.opening());
    List<Chapter> chapters = document.chapters();
    for (int i = 0; i < chapters.size(); i++) {
      Chapter chapter = chapters.get(i);
      text.out.append("<div class=\"section\"><h2");
      text.attribute("id", chapter.id());
      text.out.append('>');
      text.escape(document.heading(i));
      text.out.append("</h2>");
      text.write(chapter.contents());
      text.out.append("</div>");
    }
    return text.out.append("</body></html>").toString();
  }

  private void head() {
    out.append("<html");
    attribute("lang", document.language().getLanguage());
    out.append("><head><title>");
    escape(document.title());
    out.append("</title><meta name=\"description\"");
    attribute("content", document.kind());
    out.append("/><meta name=\"author\"");
    attribute("content", document.around().program());
    out.append("/><bookmarks>");
    for (int i = 0; i < document.chapters().size(); i++) {
      out.append("<bookmark");
      attribute("name", document.heading(i));
      attribute("href", "#" + document.chapters().get(i).id());
      out.append("/>");
    }
    out.append("</bookmarks><style>").append(style()).append("</style></head>");
  }

  private void write(Content content) {
    switch (content) {
      case Content.Words words -> words(words);
      case Content.Mark mark -> {
        out.append("<span class=\"mark level").append(mark.shade()).append("\">");
        escape(mark.text());
        out.append("</span>");
      }
      case Content.LineBreak lineBreak -> out.append("<br/>");
      case Content.Link link -> {
        out.append("<a");
        attribute("href", "#" + link.to());
        attribute("title", link.text());
        out.append('>');
        escape(link.text());
        out.append("</a>");
      }
      case Content.Place place -> {
        out.append("<span");
        attribute("id", place.id());
        out.append('>');
        write(place.content());
        out.append("</span>");
      }
      case Content.Several several -> several.parts().forEach(this::write);
      case Content.Heading heading -> heading(heading);
      case Content.Paragraph paragraph -> {
        out.append("<p class=\"")
            .append(paragraph.role().name().toLowerCase(Locale.ROOT))
            .append("\">");
        write(paragraph.words());
        out.append("</p>");
      }
      case Content.Listing listing -> listing(listing);
      case Content.Table table -> table(table);
      case Content.Picture picture -> picture(picture);
      case Content.Group group -> {
        out.append("<div class=\"chapter\">");
        write(group.content());
        out.append("</div>");
      }
      case Content.Whole whole -> {
        out.append("<div class=\"whole\">");
        write(whole.content());
        out.append("</div>");
      }
    }
  }

  private void words(Content.Words words) {
    String tag =
        switch (words.voice()) {
          case PLAIN -> "";
          case STRONG -> "strong";
          case CODE -> "code";
          case SMALL, OPEN, REFERENCE, HARDWARE -> "span";
        };
    if (tag.isEmpty()) {
      escape(words.text());
      return;
    }
    out.append('<').append(tag);
    if (tag.equals("span")) {
      attribute("class", words.voice().name().toLowerCase(Locale.ROOT));
    }
    out.append('>');
    escape(words.text());
    out.append("</").append(tag).append('>');
  }

  private void heading(Content.Heading heading) {
    out.append("<h").append(heading.level());
    heading.id().ifPresent(id -> attribute("id", id));
    if (heading.level() == 2) {
      out.append(" class=\"plain\"");
    }
    out.append('>');
    escape(heading.text());
    out.append("</h").append(heading.level()).append('>');
  }

  private void listing(Content.Listing listing) {
    if (listing.lines().isEmpty()) {
      return;
    }
    out.append("<ul>");
    for (Content line : listing.lines()) {
      out.append("<li>");
      write(line);
      out.append("</li>");
    }
    out.append("</ul>");
  }

  private void table(Content.Table table) {
    out.append("<div class=\"tabled\"");
    attribute(
        "style",
        String.format(
            Locale.ROOT,
            "-fs-page-break-min-height:%.0fpt",
            Math.min(HIGHEST_BEGINNING, columns.beginning(table))));
    out.append("><table");
    attribute("class", table.look());
    out.append('>');
    if (!table.headings().isEmpty()) {
      out.append("<thead><tr>");
      for (String heading : table.headings()) {
        out.append("<th scope=\"col\">");
        escape(heading);
        out.append("</th>");
      }
      out.append("</tr></thead>");
    }
    out.append("<tbody>");
    for (List<Content> row : table.rows()) {
      out.append("<tr><th scope=\"row\">");
      write(row.getFirst());
      out.append("</th>");
      for (Content cell : row.subList(1, row.size())) {
        out.append("<td>");
        write(cell);
        out.append("</td>");
      }
      out.append("</tr>");
    }
    out.append("</tbody></table></div>");
  }

  private void picture(Content.Picture picture) {
    double wide = Math.min(1, PicturePainter.WIDEST / picture.drawing().width());
    double scale = Math.min(wide, PicturePainter.HIGHEST / picture.drawing().height());
    out.append("<p class=\"picture\"><object type=\"").append(PicturePainter.TYPE).append('"');
    attribute("id", PicturePainter.PREFIX + pictures++);
    attribute("alt", picture.drawing().title() + ". " + String.join(" ", picture.drawing().told()));
    attribute(
        "style",
        String.format(
            Locale.ROOT,
            "width:%.1fpt;height:%.1fpt",
            picture.drawing().width() * scale,
            picture.drawing().height() * scale));
    out.append("></object></p>");
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(PrintableText.of(value, Content.LONGEST_TEXT));
    out.append('"');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(letter);
      }
    }
  }

  private String style() {
    Document.Around around = document.around();
    return resource(STYLE)
        .replace("MARKING", literal(around.marking()))
        .replace("HEADING", literal(around.heading()))
        .replace("FOOT", literal(around.foot()))
        .replace("GAP", literal(NO_BREAK + "·" + NO_BREAK))
        .replace("PAGE_WORD", literal(around.pageOf().getFirst() + NO_BREAK))
        .replace("OF_WORD", literal(NO_BREAK + around.pageOf().getLast() + NO_BREAK));
  }

  /// A string of the style sheet: whatever is not a plain letter or digit is written as its number,
  /// so that no text can end the string.
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    PrintableText.of(text, LONGEST_EDGE_TEXT)
        .codePoints()
        .forEach(
            symbol -> {
              boolean plain =
                  (symbol >= 'a' && symbol <= 'z')
                      || (symbol >= 'A' && symbol <= 'Z')
                      || (symbol >= '0' && symbol <= '9');
              if (plain) {
                literal.appendCodePoint(symbol);
              } else {
                literal.append(String.format(Locale.ROOT, "\\%06x", symbol));
              }
            });
    return literal.append('"').toString();
  }

  /// The style sheet that all papers share.
  static String stylesheet() {
    return resource(STYLE);
  }

  private static String resource(String file) {
    try (InputStream in = XhtmlText.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its file " + file, unreadable);
    }
  }
}
