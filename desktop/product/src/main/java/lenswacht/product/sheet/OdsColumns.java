package lenswacht.product.sheet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/// Copies a document with columns added to one of its tables. A row that stands several times is
/// written out where it gets texts, and an empty cell that stands several times is split.
final class OdsColumns {
  private static final String ROWS = "number-rows-repeated";
  private static final String COLUMNS = "number-columns-repeated";

  private final XMLEventFactory make = XMLEventFactory.newDefaultFactory();
  private final List<AddedColumn> added;
  private final int table;
  private final int width;

  /// @param table number of the table, counted from 0
  /// @param width number of its columns
  OdsColumns(List<AddedColumn> added, int table, int width) {
    this.added = List.copyOf(added);
    this.table = table;
    this.width = width;
  }

  void copy(XMLEventReader from, XMLEventWriter to) throws XMLStreamException {
    int tables = -1;
    long row = 0;
    while (from.hasNext()) {
      XMLEvent event = from.nextEvent();
      tables += OdsTables.is(event, OdsSheet.TABLE, "table") ? 1 : 0;
      if (tables == table && OdsTables.is(event, OdsSheet.TABLE, "table-row")) {
        int times = OdsTables.times(event.asStartElement(), ROWS);
        row(row, times, event.asStartElement(), from, to);
        row += times;
      } else {
        to.add(event);
      }
    }
    to.flush();
  }

  private void row(
      long first, int times, StartElement start, XMLEventReader from, XMLEventWriter to)
      throws XMLStreamException {
    List<XMLEvent> cells = new ArrayList<>();
    XMLEvent end = from.nextEvent();
    for (; !OdsTables.ends(end, OdsSheet.TABLE, "table-row"); end = from.nextEvent()) {
      cells.add(end);
    }
    if (!isTouched(first, times)) {
      to.add(start);
      for (XMLEvent event : cells) {
        to.add(event);
      }
      to.add(end);
      return;
    }
    for (int i = 0; i < times; i++) {
      to.add(times == 1 ? start : with(start, ROWS, 1));
      cells((int) first + i, cells, to);
      to.add(end);
    }
  }

  private boolean isTouched(long first, int times) {
    return added.stream()
        .flatMap(column -> column.texts().keySet().stream())
        .anyMatch(row -> row >= first && row < first + times);
  }

  /// Copies the cells of a row up to the width, then the added ones, then what is left of the rest.
  private void cells(int row, List<XMLEvent> cells, XMLEventWriter to) throws XMLStreamException {
    int column = 0;
    int depth = 0;
    boolean isSkipping = false;
    boolean isAdded = false;
    for (XMLEvent event : cells) {
      if (depth == 0 && OdsTables.isCell(event)) {
        int times = OdsTables.times(event.asStartElement(), COLUMNS);
        if (column >= width && !isAdded) {
          add(row, column, to);
          isAdded = true;
        }
        int before = Math.clamp(width - column, 0, times);
        isSkipping = before == 0;
        if (before > 0) {
          to.add(before == times ? event : with(event.asStartElement(), COLUMNS, before));
        }
        column += times;
      } else if (!isSkipping) {
        to.add(event);
      }
      depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
      isSkipping = isSkipping && depth > 0;
    }
    if (!isAdded) {
      add(row, Math.min(column, width), to);
    }
  }

  /// Adds the texts of a row whose cells end at `column`.
  private void add(int row, int column, XMLEventWriter to) throws XMLStreamException {
    if (column < width) {
      to.add(with(cell(List.of()), COLUMNS, width - column));
      to.add(make.createEndElement("table", OdsSheet.TABLE, "table-cell"));
    }
    for (AddedColumn one : added) {
      String text = one.texts().getOrDefault(row, "");
      if (text.isEmpty()) {
        to.add(cell(List.of()));
      } else {
        to.add(
            cell(List.of(make.createAttribute("office", OdsSheet.OFFICE, "value-type", "string"))));
        to.add(make.createStartElement("text", OdsSheet.TEXT, "p"));
        to.add(make.createCharacters(text));
        to.add(make.createEndElement("text", OdsSheet.TEXT, "p"));
      }
      to.add(make.createEndElement("table", OdsSheet.TABLE, "table-cell"));
    }
  }

  private StartElement cell(List<Attribute> attributes) {
    return make.createStartElement(
        "table",
        OdsSheet.TABLE,
        "table-cell",
        attributes.iterator(),
        List.of(
                make.createNamespace("table", OdsSheet.TABLE),
                make.createNamespace("office", OdsSheet.OFFICE),
                make.createNamespace("text", OdsSheet.TEXT))
            .iterator());
  }

  private StartElement with(StartElement element, String attribute, int times) {
    QName name = new QName(OdsSheet.TABLE, attribute);
    List<Attribute> attributes = new ArrayList<>();
    for (Iterator<Attribute> each = element.getAttributes(); each.hasNext(); ) {
      Attribute one = each.next();
      if (!one.getName().equals(name)) {
        attributes.add(one);
      }
    }
    if (times > 1) {
      attributes.add(
          make.createAttribute("table", OdsSheet.TABLE, attribute, Integer.toString(times)));
    }
    return make.createStartElement(
        element.getName().getPrefix(),
        element.getName().getNamespaceURI(),
        element.getName().getLocalPart(),
        attributes.iterator(),
        element.getNamespaces());
  }
}
