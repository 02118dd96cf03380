package lenswacht.report.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lenswacht.report.content.Contents;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Counts what stands in a file that was written, from its bytes on the disk.
final class ReadBack {
  private ReadBack() {}

  /// Headings, tables, rows and pictures of a PDF, as its tags have them.
  static Contents pdf(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      COSDictionary root =
          document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
      Map<String, Integer> tags = new TreeMap<>();
      List<COSBase> open = new ArrayList<>();
      open.add(root);
      while (!open.isEmpty()) {
        COSBase next = open.removeLast();
        if (next instanceof COSDictionary element) {
          String tag = element.getNameAsString(COSName.S);
          if (tag != null) {
            tags.merge(tag, 1, Integer::sum);
          }
          COSBase kids = element.getDictionaryObject(COSName.K);
          if (kids instanceof COSArray several) {
            several.forEach(kid -> open.add(direct(kid)));
          } else if (kids instanceof COSDictionary) {
            open.add(kids);
          }
        }
      }
      return new Contents(
          tags.getOrDefault("H1", 0)
              + tags.getOrDefault("H2", 0)
              + tags.getOrDefault("H3", 0)
              + tags.getOrDefault("H4", 0),
          tags.getOrDefault("Table", 0),
          tags.getOrDefault("TR", 0),
          tags.getOrDefault("Figure", 0));
    }
  }

  private static COSBase direct(COSBase kid) {
    return kid instanceof org.apache.pdfbox.cos.COSObject reference ? reference.getObject() : kid;
  }

  /// Headings, tables, rows and pictures of an ODT.
  static Contents odt(Path file) throws IOException {
    Map<String, Integer> tags = new TreeMap<>();
    elements(file, "content.xml", name -> tags.merge(name, 1, Integer::sum));
    return new Contents(
        tags.getOrDefault("h", 0),
        tags.getOrDefault("table", 0),
        tags.getOrDefault("table-row", 0),
        tags.getOrDefault("frame", 0));
  }

  /// Rows of each table of an ODS, their heads left out.
  static List<Integer> ods(Path file) throws IOException {
    List<Integer> rows = new ArrayList<>();
    elements(
        file,
        "content.xml",
        name -> {
          if (name.equals("table")) {
            rows.add(-1);
          } else if (name.equals("table-row")) {
            rows.set(rows.size() - 1, rows.getLast() + 1);
          }
        });
    return rows;
  }

  /// Rows of each sheet of an XLSX, their heads left out.
  static List<Integer> xlsx(Path file, int sheets) throws IOException {
    List<Integer> rows = new ArrayList<>();
    for (int sheet = 1; sheet <= sheets; sheet++) {
      int[] count = {-1};
      elements(
          file,
          "xl/worksheets/sheet" + sheet + ".xml",
          name -> count[0] += name.equals("row") ? 1 : 0);
      rows.add(count[0]);
    }
    return rows;
  }

  /// Rows of a CSV file, its head left out.
  static int csv(Path file) throws IOException {
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
      return Math.toIntExact(records.stream().count() - 1);
    }
  }

  /// How many members the arrays with these names have, all together.
  static Map<String, Integer> json(Path file, List<String> arrays) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    List<String> open = new ArrayList<>();
    String name = "";
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser json =
            JsonFactory.builder().build().createParser(ObjectReadContext.empty(), in)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        switch (token) {
          case PROPERTY_NAME -> name = json.currentName();
          case START_ARRAY -> open.add(name);
          case START_OBJECT -> {
            if (!open.isEmpty() && arrays.contains(open.getLast())) {
              counts.merge(open.getLast(), 1, Integer::sum);
            }
            open.add("");
          }
          case END_ARRAY, END_OBJECT -> open.removeLast();
          default -> {}
        }
      }
    }
    return counts;
  }

  private static void elements(Path file, String part, java.util.function.Consumer<String> each)
      throws IOException {
    try (ZipInputStream parts =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (ZipEntry entry = parts.getNextEntry(); entry != null; entry = parts.getNextEntry()) {
        if (entry.getName().equals(part)) {
          read(parts, each);
          return;
        }
      }
    }
    throw new IOException(file + " has no part " + part);
  }

  private static void read(InputStream part, java.util.function.Consumer<String> each)
      throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(part);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          each.accept(xml.getLocalName());
        }
      }
    } catch (XMLStreamException malformed) {
      throw new IOException("what was written is not well-formed", malformed);
    }
  }
}
