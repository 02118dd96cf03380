package lenswacht.report.odf;

import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lenswacht.report.content.Content;
import lenswacht.report.content.Document;

/// How a text looks: the styles that its parts name, and the head and foot of every page.
final class OdtStyles {
  private static final List<String> SIZES = List.of("20pt", "15pt", "11pt", "10pt");
  private static final List<String> GROUNDS =
      List.of("#ffffff", "#ececec", "#c4c4c4", "#555555", "#1a1a1a");

  private final Document document;

  OdtStyles(Document document) {
    this.document = document;
  }

  /// The style of a paragraph.
  static String name(Content.Role role) {
    return switch (role) {
      case PLAIN, HEADLINE -> "Standard";
      case NOTICE -> "Notice";
      case LINE -> "Line";
      case NAMES -> "Names";
      case SITE -> "Subtitle";
      case KIND -> "Kind";
    };
  }

  /// The style of words; plain words have none.
  static String name(Content.Voice voice) {
    return switch (voice) {
      case PLAIN -> "Plain";
      case STRONG -> "Strong";
      case SMALL, HARDWARE, REFERENCE -> "Small";
      case CODE -> "Code";
      case OPEN -> "Open";
    };
  }

  void write(XMLStreamWriter xml) throws XMLStreamException {
    String country = document.language().getLanguage().equals("nl") ? "NL" : "GB";
    xml.writeStartElement("office:styles");
    OpenFile.start(xml, "style:default-style", "style:family", "paragraph");
    OpenFile.empty(
        xml,
        "style:text-properties",
        "fo:font-family",
        "'Liberation Sans', Arial, sans-serif",
        "fo:font-size",
        "9.5pt",
        "fo:language",
        document.language().getLanguage(),
        "fo:country",
        country);
    xml.writeEndElement();
    paragraph(xml, "Standard", "Standard", "fo:margin-bottom", "2mm");
    for (int level = 1; level <= SIZES.size(); level++) {
      heading(xml, level);
    }
    paragraph(
        xml,
        "Notice",
        "Notice",
        "fo:margin-bottom",
        "3mm",
        "fo:border",
        "0.75pt solid #000000",
        "fo:padding",
        "2mm");
    paragraph(xml, "Line", "Line", "fo:margin-bottom", "1.5mm", "fo:keep-with-next", "auto");
    paragraph(xml, "Names", "Names", "fo:margin-bottom", "1mm");
    paragraph(xml, "Subtitle", "Subtitle", "fo:margin-bottom", "2mm");
    paragraph(xml, "Kind", "Kind", "fo:margin-bottom", "3mm");
    paragraph(xml, "Table_20_Heading", "Table Heading", "fo:keep-with-next", "always");
    words(xml, "Strong", "fo:font-weight", "bold");
    words(xml, "Small", "fo:font-size", "8pt");
    words(xml, "Open", "fo:font-size", "8pt");
    words(xml, "Code", "fo:font-family", "'Liberation Mono', monospace", "fo:font-size", "7pt");
    for (int shade = 0; shade < GROUNDS.size(); shade++) {
      words(
          xml,
          "Mark" + shade,
          "fo:background-color",
          GROUNDS.get(shade),
          "fo:color",
          shade > 2 ? "#ffffff" : "#000000",
          "fo:font-weight",
          shade > 2 ? "bold" : "normal");
    }
    list(xml);
    xml.writeEndElement();
    page(xml);
  }

  private static void list(XMLStreamWriter xml) throws XMLStreamException {
    OpenFile.start(xml, "text:list-style", "style:name", "List_20_1");
    OpenFile.start(xml, "text:list-level-style-bullet", "text:level", "1", "text:bullet-char", "•");
    OpenFile.empty(
        xml,
        "style:list-level-properties",
        "text:space-before",
        "2mm",
        "text:min-label-width",
        "4mm");
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void heading(XMLStreamWriter xml, int level) throws XMLStreamException {
    OpenFile.start(
        xml,
        "style:style",
        "style:name",
        "Heading_20_" + level,
        "style:display-name",
        "Heading " + level,
        "style:family",
        "paragraph",
        "style:default-outline-level",
        Integer.toString(level));
    OpenFile.empty(
        xml,
        "style:paragraph-properties",
        "fo:margin-top",
        "4mm",
        "fo:margin-bottom",
        "2mm",
        "fo:keep-with-next",
        "always");
    OpenFile.empty(
        xml,
        "style:text-properties",
        "fo:font-size",
        SIZES.get(level - 1),
        "fo:font-weight",
        "bold");
    xml.writeEndElement();
  }

  private static void paragraph(
      XMLStreamWriter xml, String name, String display, String... properties)
      throws XMLStreamException {
    OpenFile.start(
        xml,
        "style:style",
        "style:name",
        name,
        "style:display-name",
        display,
        "style:family",
        "paragraph");
    OpenFile.empty(xml, "style:paragraph-properties", properties);
    if (name.startsWith("Table") || name.equals("Notice")) {
      OpenFile.empty(xml, "style:text-properties", "fo:font-weight", "bold");
    }
    xml.writeEndElement();
  }

  private static void words(XMLStreamWriter xml, String name, String... properties)
      throws XMLStreamException {
    OpenFile.start(xml, "style:style", "style:name", name, "style:family", "text");
    OpenFile.empty(xml, "style:text-properties", properties);
    xml.writeEndElement();
  }

  /// How tables, their rows and cells look; these styles stand with the contents.
  static void table(XMLStreamWriter xml) throws XMLStreamException {
    OpenFile.start(xml, "style:style", "style:name", "Row", "style:family", "table-row");
    OpenFile.empty(xml, "style:table-row-properties", "fo:keep-together", "always");
    xml.writeEndElement();
    OpenFile.start(xml, "style:style", "style:name", "Table", "style:family", "table");
    OpenFile.empty(
        xml,
        "style:table-properties",
        "style:width",
        "174mm",
        "style:rel-width",
        "100%",
        "table:align",
        "margins",
        "fo:margin-bottom",
        "3mm");
    xml.writeEndElement();
    for (String cell : List.of("Cell", "CellHead")) {
      OpenFile.start(xml, "style:style", "style:name", cell, "style:family", "table-cell");
      OpenFile.empty(
          xml,
          "style:table-cell-properties",
          "fo:padding",
          "1mm",
          "fo:border-bottom",
          "0.5pt solid #999999",
          "fo:background-color",
          cell.equals("Cell") ? "transparent" : "#e4e4e4");
      xml.writeEndElement();
    }
  }

  private void page(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("office:automatic-styles");
    OpenFile.start(xml, "style:page-layout", "style:name", "Page");
    OpenFile.empty(
        xml,
        "style:page-layout-properties",
        "fo:page-width",
        "210mm",
        "fo:page-height",
        "297mm",
        "fo:margin",
        "18mm");
    OpenFile.start(xml, "style:header-style");
    OpenFile.empty(
        xml, "style:header-footer-properties", "fo:min-height", "8mm", "fo:margin-bottom", "4mm");
    xml.writeEndElement();
    OpenFile.start(xml, "style:footer-style");
    OpenFile.empty(
        xml, "style:header-footer-properties", "fo:min-height", "8mm", "fo:margin-top", "4mm");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    Document.Around around = document.around();
    xml.writeStartElement("office:master-styles");
    OpenFile.start(
        xml, "style:master-page", "style:name", "Standard", "style:page-layout-name", "Page");
    xml.writeStartElement("style:header");
    String draft = around.watermark().map(word -> word.toUpperCase(Locale.ROOT) + " · ").orElse("");
    OpenFile.element(xml, "text:p", draft + around.marking() + " · " + around.heading());
    xml.writeEndElement();
    xml.writeStartElement("style:footer");
    xml.writeStartElement("text:p");
    xml.writeCharacters(
        around.marking() + " · " + around.foot() + " · " + around.pageOf().getFirst() + " ");
    OpenFile.element(xml, "text:page-number", "1");
    xml.writeCharacters(" " + around.pageOf().getLast() + " ");
    OpenFile.element(xml, "text:page-count", "1");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
