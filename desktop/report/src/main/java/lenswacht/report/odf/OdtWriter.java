package lenswacht.report.odf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lenswacht.report.content.Content;
import lenswacht.report.content.Contents;
import lenswacht.report.content.Document;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.SvgText;
import lenswacht.report.paper.Columns;

/// Writes a document as ODT, for editing: real headings, lists, tables with heads that repeat and
/// pictures with their words. It says of itself that it is a derived copy.
public final class OdtWriter {
  private static final String KIND = "application/vnd.oasis.opendocument.text";
  private static final double WIDEST = 170;
  private static final double HIGHEST = 220;
  private static final double UNIT = 0.2646;
  private static final int WHOLE = 65_535;

  private final Document document;
  private final Instant at;
  private final List<Drawing> drawings;
  private final Columns columns = Columns.ofPapers();
  private int tables;
  private int pictures;

  /// @param at the moment that the file bears
  public OdtWriter(Document document, Instant at) {
    this.document = document;
    this.at = at;
    this.drawings = Contents.drawings(document);
  }

  /// Writes the file; the stream stays open.
  ///
  /// @throws IOException if it cannot be written
  public void write(OutputStream out) throws IOException {
    OpenFile file = new OpenFile(out, KIND);
    file.add("content.xml", "document-content", this::content);
    file.add("styles.xml", "document-styles", new OdtStyles(document)::write);
    file.about(
        document.title(),
        document.kind(),
        document.around().program(),
        document.language().getLanguage(),
        at);
    for (int i = 0; i < drawings.size(); i++) {
      file.add(
          picture(i),
          "image/svg+xml",
          SvgText.of(drawings.get(i)).getBytes(StandardCharsets.UTF_8));
    }
    file.finish();
  }

  private static String picture(int number) {
    return "Pictures/picture-" + number + ".svg";
  }

  private void content(XMLStreamWriter xml) throws XMLStreamException {
    tables = 0;
    pictures = 0;
    xml.writeStartElement("office:automatic-styles");
    OdtStyles.table(xml);
    for (int share = 1; share <= 100; share++) {
      OpenFile.start(
          xml, "style:style", "style:name", "column-" + share, "style:family", "table-column");
      OpenFile.empty(
          xml,
          "style:table-column-properties",
          "style:rel-column-width",
          share * WHOLE / 100 + "*");
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeStartElement("office:body");
    xml.writeStartElement("office:text");
    paragraph("Notice", document.around().derived(), xml);
    block(document.opening(), xml);
    for (int i = 0; i < document.chapters().size(); i++) {
      OpenFile.start(xml, "text:h", "text:style-name", "Heading_20_2", "text:outline-level", "2");
      bookmark(document.chapters().get(i).id(), xml);
      xml.writeCharacters(document.heading(i));
      xml.writeEndElement();
      block(document.chapters().get(i).contents(), xml);
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void bookmark(String id, XMLStreamWriter xml) throws XMLStreamException {
    OpenFile.empty(xml, "text:bookmark", "text:name", id);
  }

  private static void paragraph(String style, String text, XMLStreamWriter xml)
      throws XMLStreamException {
    OpenFile.start(xml, "text:p", "text:style-name", style);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /// Content where paragraphs, tables and lists stand; what is only words gets a paragraph.
  private void block(Content content, XMLStreamWriter xml) throws XMLStreamException {
    List<Content> words = new ArrayList<>();
    for (Content part : flat(content)) {
      if (isWords(part)) {
        words.add(part);
      } else {
        close(words, xml);
        alone(part, xml);
      }
    }
    close(words, xml);
  }

  private void close(List<Content> words, XMLStreamWriter xml) throws XMLStreamException {
    if (!words.isEmpty()) {
      OpenFile.start(xml, "text:p", "text:style-name", "Standard");
      for (Content word : words) {
        words(word, xml);
      }
      xml.writeEndElement();
      words.clear();
    }
  }

  private static boolean isWords(Content content) {
    return switch (content) {
      case Content.Words words -> true;
      case Content.Mark mark -> true;
      case Content.LineBreak lineBreak -> true;
      case Content.Link link -> true;
      case Content.Place place -> true;
      case Content.Several several -> several.parts().stream().allMatch(OdtWriter::isWords);
      case Content.Heading heading -> false;
      case Content.Paragraph paragraph -> false;
      case Content.Listing listing -> false;
      case Content.Table table -> false;
      case Content.Picture picture -> false;
      case Content.Group group -> false;
      case Content.Whole whole -> false;
    };
  }

  private static List<Content> flat(Content content) {
    return content instanceof Content.Several several && !isWords(several)
        ? several.parts().stream().flatMap(part -> flat(part).stream()).toList()
        : List.of(content);
  }

  private void alone(Content content, XMLStreamWriter xml) throws XMLStreamException {
    switch (content) {
      case Content.Heading heading -> {
        String level = Integer.toString(heading.level());
        OpenFile.start(
            xml, "text:h", "text:style-name", "Heading_20_" + level, "text:outline-level", level);
        if (heading.id().isPresent()) {
          bookmark(heading.id().get(), xml);
        }
        xml.writeCharacters(heading.text());
        xml.writeEndElement();
      }
      case Content.Paragraph paragraph -> {
        OpenFile.start(xml, "text:p", "text:style-name", OdtStyles.name(paragraph.role()));
        words(paragraph.words(), xml);
        xml.writeEndElement();
      }
      case Content.Listing listing -> {
        if (!listing.lines().isEmpty()) {
          OpenFile.start(xml, "text:list", "text:style-name", "List_20_1");
          for (Content line : listing.lines()) {
            xml.writeStartElement("text:list-item");
            block(line, xml);
            xml.writeEndElement();
          }
          xml.writeEndElement();
        }
      }
      case Content.Table table -> table(table, xml);
      case Content.Picture picture -> picture(picture.drawing(), xml);
      case Content.Group group -> block(group.content(), xml);
      case Content.Whole whole -> block(whole.content(), xml);
      case Content.Several several -> block(several, xml);
      case Content.Words words -> words(words, xml);
      case Content.Mark mark -> words(mark, xml);
      case Content.LineBreak lineBreak -> words(lineBreak, xml);
      case Content.Link link -> words(link, xml);
      case Content.Place place -> words(place, xml);
    }
  }

  private void words(Content content, XMLStreamWriter xml) throws XMLStreamException {
    switch (content) {
      case Content.Words words -> {
        if (words.voice() == Content.Voice.PLAIN) {
          xml.writeCharacters(words.text());
        } else {
          span(OdtStyles.name(words.voice()), words.text(), xml);
        }
      }
      case Content.Mark mark -> span("Mark" + mark.shade(), " " + mark.text() + " ", xml);
      case Content.LineBreak lineBreak -> OpenFile.empty(xml, "text:line-break");
      case Content.Link link -> {
        OpenFile.start(xml, "text:a", "xlink:type", "simple", "xlink:href", "#" + link.to());
        xml.writeCharacters(link.text());
        xml.writeEndElement();
      }
      case Content.Place place -> {
        bookmark(place.id(), xml);
        words(place.content(), xml);
      }
      case Content.Several several -> {
        for (Content part : several.parts()) {
          words(part, xml);
        }
      }
      case Content.Paragraph paragraph -> words(paragraph.words(), xml);
      case Content.Group group -> words(group.content(), xml);
      case Content.Whole whole -> words(whole.content(), xml);
      case Content.Heading heading -> xml.writeCharacters(heading.text());
      case Content.Listing listing -> throw misplaced();
      case Content.Table table -> throw misplaced();
      case Content.Picture picture -> throw misplaced();
    }
  }

  private static IllegalArgumentException misplaced() {
    return new IllegalArgumentException("a list, a table or a picture within a line");
  }

  private static void span(String style, String text, XMLStreamWriter xml)
      throws XMLStreamException {
    OpenFile.start(xml, "text:span", "text:style-name", style);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void table(Content.Table table, XMLStreamWriter xml) throws XMLStreamException {
    OpenFile.start(
        xml, "table:table", "table:name", "table-" + ++tables, "table:style-name", "Table");
    for (double share : columns.shares(table)) {
      OpenFile.empty(
          xml,
          "table:table-column",
          "table:style-name",
          "column-" + Math.clamp(Math.round(share * 100), 1, 100));
    }
    if (!table.headings().isEmpty()) {
      xml.writeStartElement("table:table-header-rows");
      xml.writeStartElement("table:table-row");
      for (String heading : table.headings()) {
        OpenFile.start(
            xml, "table:table-cell", "table:style-name", "CellHead", "office:value-type", "string");
        paragraph("Table_20_Heading", heading, xml);
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
    }
    for (List<Content> row : table.rows()) {
      OpenFile.start(xml, "table:table-row", "table:style-name", "Row");
      for (Content cell : row) {
        OpenFile.start(
            xml, "table:table-cell", "table:style-name", "Cell", "office:value-type", "string");
        block(cell, xml);
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void picture(Drawing drawing, XMLStreamWriter xml) throws XMLStreamException {
    double scale = Math.min(UNIT, Math.min(WIDEST / drawing.width(), HIGHEST / drawing.height()));
    OpenFile.start(xml, "text:p", "text:style-name", "Standard");
    OpenFile.start(
        xml,
        "draw:frame",
        "draw:name",
        "picture-" + (pictures + 1),
        "text:anchor-type",
        "as-char",
        "svg:width",
        String.format(Locale.ROOT, "%.2fmm", drawing.width() * scale),
        "svg:height",
        String.format(Locale.ROOT, "%.2fmm", drawing.height() * scale));
    OpenFile.empty(
        xml,
        "draw:image",
        "xlink:href",
        picture(pictures),
        "xlink:type",
        "simple",
        "xlink:show",
        "embed",
        "xlink:actuate",
        "onLoad");
    OpenFile.element(xml, "svg:title", drawing.title());
    OpenFile.element(xml, "svg:desc", String.join(" ", drawing.told()));
    xml.writeEndElement();
    xml.writeEndElement();
    pictures++;
  }
}
