package lenswacht.product.sheet;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/// The cells of the first table of a document that holds anything.
///
/// @param first its number, counted from 0
/// @param rows its cells as text
record OdsTables(int first, List<List<String>> rows) {
  private static final QName VALUE = new QName(OdsSheet.OFFICE, "value");
  private static final QName SPACES = new QName(OdsSheet.TEXT, "c");
  private static final int MOST_SPACES = 1_000;

  OdsTables {
    rows = List.copyOf(rows);
  }

  static OdsTables read(XMLEventReader events) throws XMLStreamException, SheetException {
    int tables = 0;
    while (events.hasNext()) {
      if (is(events.nextEvent(), OdsSheet.TABLE, "table")) {
        List<List<String>> rows = table(events);
        if (!rows.isEmpty()) {
          return new OdsTables(tables, rows);
        }
        tables++;
      }
    }
    throw new SheetException("there is nothing in the sheets");
  }

  private static List<List<String>> table(XMLEventReader events)
      throws XMLStreamException, SheetException {
    List<List<String>> rows = new ArrayList<>();
    long empty = 0;
    while (events.hasNext()) {
      XMLEvent event = events.nextEvent();
      if (ends(event, OdsSheet.TABLE, "table")) {
        return rows;
      }
      if (!is(event, OdsSheet.TABLE, "table-row")) {
        continue;
      }
      int times = times(event.asStartElement(), "number-rows-repeated");
      List<String> cells = row(events);
      if (cells.isEmpty()) {
        empty += times;
        continue;
      }
      if (rows.size() + empty + times > SheetFile.MOST_ROWS) {
        throw new SheetException("the sheet has more than " + SheetFile.MOST_ROWS + " rows");
      }
      for (; empty > 0; empty--) {
        rows.add(List.of());
      }
      for (int i = 0; i < times; i++) {
        rows.add(cells);
      }
    }
    return rows;
  }

  /// The cells of a row without the empty ones at its end.
  private static List<String> row(XMLEventReader events) throws XMLStreamException, SheetException {
    List<String> cells = new ArrayList<>();
    long empty = 0;
    while (events.hasNext()) {
      XMLEvent event = events.nextEvent();
      if (ends(event, OdsSheet.TABLE, "table-row")) {
        return cells;
      }
      if (!isCell(event)) {
        continue;
      }
      int times = times(event.asStartElement(), "number-columns-repeated");
      String text = SheetFile.limited(cell(event.asStartElement(), events));
      if (text.isEmpty()) {
        empty += times;
        continue;
      }
      if (cells.size() + empty + times > SheetFile.MOST_COLUMNS) {
        throw new SheetException("the sheet has more than " + SheetFile.MOST_COLUMNS + " columns");
      }
      for (; empty > 0; empty--) {
        cells.add("");
      }
      for (int i = 0; i < times; i++) {
        cells.add(text);
      }
    }
    return cells;
  }

  /// The paragraphs of a cell, without its remarks; where it has none, its value.
  private static String cell(StartElement cell, XMLEventReader events) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int remark = 0;
    boolean isParagraph = false;
    while (depth > 0 && events.hasNext()) {
      XMLEvent event = events.nextEvent();
      if (event.isStartElement()) {
        depth++;
        remark += remark > 0 || is(event, OdsSheet.OFFICE, "annotation") ? 1 : 0;
        if (remark == 0 && is(event, OdsSheet.TEXT, "p")) {
          text.append(text.isEmpty() ? "" : "\n");
          isParagraph = true;
        } else if (remark == 0) {
          text.append(space(event.asStartElement()));
        }
      } else if (event.isEndElement()) {
        depth--;
        remark -= remark > 0 ? 1 : 0;
      } else if (event.isCharacters() && isParagraph && remark == 0 && depth > 1) {
        text.append(event.asCharacters().getData());
      }
    }
    Attribute value = cell.getAttributeByName(VALUE);
    return text.isEmpty() && value != null ? value.getValue() : text.toString();
  }

  private static String space(StartElement element) {
    if (!element.getName().getNamespaceURI().equals(OdsSheet.TEXT)) {
      return "";
    }
    return switch (element.getName().getLocalPart()) {
      case "tab" -> "\t";
      case "line-break" -> "\n";
      case "s" -> " ".repeat(Math.min(MOST_SPACES, number(element.getAttributeByName(SPACES))));
      default -> "";
    };
  }

  static boolean isCell(XMLEvent event) {
    return is(event, OdsSheet.TABLE, "table-cell")
        || is(event, OdsSheet.TABLE, "covered-table-cell");
  }

  static boolean is(XMLEvent event, String space, String name) {
    return event.isStartElement()
        && event.asStartElement().getName().equals(new QName(space, name));
  }

  static boolean ends(XMLEvent event, String space, String name) {
    return event.isEndElement() && event.asEndElement().getName().equals(new QName(space, name));
  }

  /// How many times a row or a cell stands there.
  static int times(StartElement element, String attribute) {
    return number(element.getAttributeByName(new QName(OdsSheet.TABLE, attribute)));
  }

  private static int number(@org.jspecify.annotations.Nullable Attribute attribute) {
    try {
      return attribute == null ? 1 : Math.max(1, Integer.parseInt(attribute.getValue()));
    } catch (NumberFormatException _) {
      return 1;
    }
  }
}
