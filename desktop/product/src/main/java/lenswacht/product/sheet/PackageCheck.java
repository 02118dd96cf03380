package lenswacht.product.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Looks through a zipped spreadsheet before any library sees it: how much it unpacks to, whether
/// a part declares a document type, and how many cells it says it has. A few bytes can say that a
/// cell stands a thousand million times.
final class PackageCheck {
  private static final int MOST_PARTS = 2_000;
  private static final long MOST_UNPACKED = 256L << 20;
  private static final long MOST_RATIO = 200;
  private static final long RATIO_COUNTS_FROM = 1L << 20;
  private static final int LARGEST_PART = 128 << 20;
  private static final long MOST_ELEMENTS = 8_000_000;
  private static final long MOST_CELLS = 2_000_000;
  private static final int DEEPEST = 200;
  private static final String ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

  private final int packed;
  private final Set<String> names = new HashSet<>();
  private String type = "";
  private long unpacked;

  private PackageCheck(int packed) {
    this.packed = packed;
  }

  /// What kind of spreadsheet the package is; `CSV` where it is none.
  ///
  /// @throws SheetException if it goes beyond a limit
  static SheetFile.Format formatOf(byte[] bytes) throws SheetException {
    PackageCheck check = new PackageCheck(bytes.length);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        check.take(part, zip);
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new SheetException("the spreadsheet is damaged: " + broken.getMessage(), broken);
    }
    if (check.type.startsWith(ODS_TYPE) && check.names.contains("content.xml")) {
      return SheetFile.Format.ODS;
    }
    boolean isXlsx =
        check.names.contains("[Content_Types].xml")
            && check.names.stream().anyMatch(name -> name.startsWith("xl/"));
    return isXlsx ? SheetFile.Format.XLSX : SheetFile.Format.CSV;
  }

  private void take(ZipEntry part, ZipInputStream zip) throws IOException, SheetException {
    if (!names.add(part.getName()) || names.size() > MOST_PARTS) {
      throw new SheetException("the spreadsheet has a part twice, or too many parts");
    }
    byte[] bytes = zip.readNBytes(LARGEST_PART + 1);
    unpacked += bytes.length;
    if (bytes.length > LARGEST_PART
        || unpacked > MOST_UNPACKED
        || (unpacked > RATIO_COUNTS_FROM && unpacked / packed > MOST_RATIO)) {
      throw new SheetException("the spreadsheet unpacks to more than it can honestly hold");
    }
    String name = part.getName().toLowerCase(Locale.ROOT);
    if (name.equals("mimetype")) {
      type = new String(bytes, StandardCharsets.US_ASCII).strip();
    }
    if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".rdf")) {
      checkXml(part.getName(), new ByteArrayInputStream(bytes));
    }
  }

  private static void checkXml(String name, InputStream in) throws SheetException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      Tally tally = new Tally();
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new SheetException("part " + name + " declares a document type");
          case XMLStreamConstants.START_ELEMENT -> tally.start(xml);
          case XMLStreamConstants.END_ELEMENT -> tally.depth--;
          default -> {
            // Text and remarks take what they take.
          }
        }
      }
    } catch (XMLStreamException broken) {
      throw new SheetException("part " + name + " is no XML", broken);
    }
  }

  /// Counts elements, and the cells that repetitions stand for.
  private static final class Tally {
    private int depth;
    private long elements;
    private long cells;
    private long rowTimes = 1;

    void start(XMLStreamReader xml) throws SheetException {
      elements++;
      depth++;
      if (TABLE.equals(xml.getNamespaceURI())) {
        if (xml.getLocalName().equals("table-row")) {
          rowTimes = times(xml, "number-rows-repeated");
        } else if (xml.getLocalName().endsWith("table-cell") && holdsSomething(xml)) {
          cells += rowTimes * times(xml, "number-columns-repeated");
        }
      }
      if (elements > MOST_ELEMENTS || cells > MOST_CELLS || depth > DEEPEST) {
        throw new SheetException("the spreadsheet has more cells than can be read");
      }
    }

    private static boolean holdsSomething(XMLStreamReader xml) {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        String name = xml.getAttributeLocalName(i);
        if (name.endsWith("value-type") || name.equals("formula")) {
          return true;
        }
      }
      return false;
    }

    private static long times(XMLStreamReader xml, String attribute) throws SheetException {
      String text = xml.getAttributeValue(TABLE, attribute);
      if (text == null) {
        return 1;
      }
      try {
        return Math.clamp(Integer.parseInt(text), 1, Integer.MAX_VALUE);
      } catch (NumberFormatException malformed) {
        throw new SheetException("'" + attribute + "' is no number", malformed);
      }
    }
  }
}
