package lenswacht.report.odf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lenswacht.report.sheet.Sheet;

/// Writes sheets as ODS: the head stays in sight, every column can be filtered, days are days.
public final class OdsWriter {
  private static final String KIND = "application/vnd.oasis.opendocument.spreadsheet";

  private final List<Sheet> sheets;
  private final String title;
  private final String program;
  private final Locale language;
  private final Instant at;

  /// @param at the moment that the file bears
  public OdsWriter(List<Sheet> sheets, String title, String program, Locale language, Instant at) {
    this.sheets = List.copyOf(sheets);
    this.title = title;
    this.program = program;
    this.language = language;
    this.at = at;
  }

  /// Writes the file; the stream stays open.
  ///
  /// @throws IOException if it cannot be written
  public void write(OutputStream out) throws IOException {
    OpenFile file = new OpenFile(out, KIND);
    file.add("content.xml", "document-content", this::content);
    file.add("styles.xml", "document-styles", xml -> OpenFile.empty(xml, "office:styles"));
    file.about(title, "", program, language.getLanguage(), at);
    file.add("settings.xml", "document-settings", this::settings);
    file.finish();
  }

  private void content(XMLStreamWriter xml) throws XMLStreamException {
    styles(xml);
    xml.writeStartElement("office:body");
    xml.writeStartElement("office:spreadsheet");
    for (Sheet sheet : sheets) {
      sheet(sheet, xml);
    }
    xml.writeStartElement("table:database-ranges");
    for (Sheet sheet : sheets) {
      OpenFile.empty(
          xml,
          "table:database-range",
          "table:name",
          "filter-" + sheet.id(),
          "table:target-range-address",
          "'%s'.A1:'%s'.%s%d"
              .formatted(
                  sheet.name(),
                  sheet.name(),
                  letters(sheet.columns().size()),
                  sheet.rows().size() + 1),
          "table:display-filter-buttons",
          "true");
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /// The name of a column by its number from 1, as programs write it.
  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + (column - 1) % 26));
    return column > 26 ? letters((column - 1) / 26) + last : last;
  }

  private void styles(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("office:automatic-styles");
    OpenFile.start(xml, "number:date-style", "style:name", "N1");
    OpenFile.empty(xml, "number:year", "number:style", "long");
    OpenFile.element(xml, "number:text", "-");
    OpenFile.empty(xml, "number:month", "number:style", "long");
    OpenFile.element(xml, "number:text", "-");
    OpenFile.empty(xml, "number:day", "number:style", "long");
    xml.writeEndElement();
    OpenFile.start(xml, "number:date-style", "style:name", "N2");
    OpenFile.empty(xml, "number:year", "number:style", "long");
    OpenFile.element(xml, "number:text", "-");
    OpenFile.empty(xml, "number:month", "number:style", "long");
    OpenFile.element(xml, "number:text", "-");
    OpenFile.empty(xml, "number:day", "number:style", "long");
    OpenFile.element(xml, "number:text", " ");
    OpenFile.empty(xml, "number:hours", "number:style", "long");
    OpenFile.element(xml, "number:text", ":");
    OpenFile.empty(xml, "number:minutes", "number:style", "long");
    xml.writeEndElement();
    cells(xml);
    for (Sheet sheet : sheets) {
      for (int column = 0; column < sheet.columns().size(); column++) {
        OpenFile.start(
            xml,
            "style:style",
            "style:name",
            sheet.id() + "-" + column,
            "style:family",
            "table-column");
        OpenFile.empty(
            xml,
            "style:table-column-properties",
            "style:column-width",
            String.format(Locale.ROOT, "%.1fmm", sheet.columns().get(column).width() * 2.0));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  /// How heads, texts, days and moments look.
  private static void cells(XMLStreamWriter xml) throws XMLStreamException {
    OpenFile.start(xml, "style:style", "style:name", "head", "style:family", "table-cell");
    OpenFile.empty(
        xml,
        "style:table-cell-properties",
        "fo:background-color",
        "#e4e4e4",
        "fo:wrap-option",
        "wrap");
    OpenFile.empty(xml, "style:text-properties", "fo:font-weight", "bold");
    xml.writeEndElement();
    OpenFile.start(xml, "style:style", "style:name", "text", "style:family", "table-cell");
    OpenFile.empty(
        xml,
        "style:table-cell-properties",
        "fo:wrap-option",
        "wrap",
        "style:vertical-align",
        "top");
    xml.writeEndElement();
    for (String day : List.of("N1", "N2")) {
      OpenFile.empty(
          xml,
          "style:style",
          "style:name",
          "cell-" + day,
          "style:family",
          "table-cell",
          "style:data-style-name",
          day);
    }
  }

  private static void sheet(Sheet sheet, XMLStreamWriter xml) throws XMLStreamException {
    OpenFile.start(xml, "table:table", "table:name", sheet.name());
    for (int column = 0; column < sheet.columns().size(); column++) {
      OpenFile.empty(xml, "table:table-column", "table:style-name", sheet.id() + "-" + column);
    }
    xml.writeStartElement("table:table-header-rows");
    xml.writeStartElement("table:table-row");
    for (Sheet.Column column : sheet.columns()) {
      OpenFile.start(
          xml, "table:table-cell", "office:value-type", "string", "table:style-name", "head");
      OpenFile.element(xml, "text:p", column.heading());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
    for (List<Sheet.Value> row : sheet.rows()) {
      xml.writeStartElement("table:table-row");
      for (Sheet.Value value : row) {
        cell(value, xml);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void cell(Sheet.Value value, XMLStreamWriter xml) throws XMLStreamException {
    switch (value) {
      case Sheet.Text text ->
          OpenFile.start(
              xml, "table:table-cell", "office:value-type", "string", "table:style-name", "text");
      case Sheet.Amount number ->
          OpenFile.start(
              xml, "table:table-cell", "office:value-type", "float", "office:value", number.text());
      case Sheet.Day day ->
          OpenFile.start(
              xml,
              "table:table-cell",
              "office:value-type",
              "date",
              "office:date-value",
              day.text(),
              "table:style-name",
              "cell-N1");
      case Sheet.Moment moment ->
          OpenFile.start(
              xml,
              "table:table-cell",
              "office:value-type",
              "date",
              "office:date-value",
              moment.moment().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""),
              "table:style-name",
              "cell-N2");
    }
    for (String line : value.text().split("\n", -1)) {
      OpenFile.element(xml, "text:p", line);
    }
    xml.writeEndElement();
  }

  /// That the first row stays in sight, in every sheet.
  private void settings(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("office:settings");
    OpenFile.start(xml, "config:config-item-set", "config:name", "ooo:view-settings");
    OpenFile.start(xml, "config:config-item-map-indexed", "config:name", "Views");
    xml.writeStartElement("config:config-item-map-entry");
    OpenFile.start(xml, "config:config-item-map-named", "config:name", "Tables");
    for (Sheet sheet : sheets) {
      OpenFile.start(xml, "config:config-item-map-entry", "config:name", sheet.name());
      setting(xml, "VerticalSplitMode", "short", "2");
      setting(xml, "VerticalSplitPosition", "int", "1");
      setting(xml, "ActiveSplitRange", "short", "2");
      setting(xml, "PositionBottom", "int", "1");
      xml.writeEndElement();
    }
    for (int i = 0; i < 5; i++) {
      xml.writeEndElement();
    }
  }

  private static void setting(XMLStreamWriter xml, String name, String type, String value)
      throws XMLStreamException {
    OpenFile.start(xml, "config:config-item", "config:name", name, "config:type", type);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
