package lenswacht.product.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/// A spreadsheet of OpenDocument. Only the part with the cells is touched when it is written again,
/// and in it only the rows that get a text; every other part stays octet for octet.
final class OdsSheet implements SheetFile {
  static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

  private static final String CONTENT = "content.xml";
  private static final String TYPE = "mimetype";

  private final SequencedMap<String, byte[]> parts;
  private final int table;
  private final List<List<String>> rows;

  private OdsSheet(SequencedMap<String, byte[]> parts, int table, List<List<String>> rows) {
    this.parts = parts;
    this.table = table;
    this.rows = rows;
  }

  /// Reads a package that [PackageCheck] let through.
  static OdsSheet read(byte[] bytes) throws SheetException {
    try {
      SequencedMap<String, byte[]> parts = parts(bytes);
      OdsTables tables =
          OdsTables.read(input().createXMLEventReader(new ByteArrayInputStream(content(parts))));
      return new OdsSheet(parts, tables.first(), SheetFile.checked(tables.rows()));
    } catch (IOException | XMLStreamException broken) {
      throw new SheetException("the spreadsheet is damaged: " + broken.getMessage(), broken);
    }
  }

  private static SequencedMap<String, byte[]> parts(byte[] bytes) throws IOException {
    SequencedMap<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.put(part.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] content(Map<String, byte[]> parts) throws IOException {
    byte[] content = parts.get(CONTENT);
    if (content == null) {
      throw new IOException("it has no " + CONTENT);
    }
    return content;
  }

  private static XMLInputFactory input() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  @Override
  public Format format() {
    return Format.ODS;
  }

  @Override
  public List<List<String>> rows() {
    return rows;
  }

  @Override
  public void write(OutputStream out, List<AddedColumn> added) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      new OdsColumns(added, table, rows.stream().mapToInt(List::size).max().orElse(0))
          .copy(
              input().createXMLEventReader(new ByteArrayInputStream(content(parts))),
              XMLOutputFactory.newDefaultFactory()
                  .createXMLEventWriter(content, StandardCharsets.UTF_8.name()));
    } catch (XMLStreamException broken) {
      throw new IOException("the spreadsheet cannot be written again", broken);
    }
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        byte[] bytes = part.getKey().equals(CONTENT) ? content.toByteArray() : part.getValue();
        zip.putNextEntry(entry(part.getKey(), bytes));
        zip.write(bytes);
      }
    }
  }

  /// The first part says what the package is and must not be packed.
  private static ZipEntry entry(String name, byte[] bytes) {
    ZipEntry entry = new ZipEntry(name);
    if (name.equals(TYPE)) {
      CRC32 sum = new CRC32();
      sum.update(bytes);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(sum.getValue());
    }
    return entry;
  }
}
