package lenswacht.report.odf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A file in the Open Document Format 1.3: parts of XML in a zip, its kind first and as it is.
/// Every part bears the same day, so that the same parts give the same octets.
final class OpenFile {
  /// Prefixes of names in the parts, and what they stand for.
  static final Map<String, String> NAMES = names();

  private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String VERSION = "1.3";

  private final ZipOutputStream zip;
  private final String kind;
  private final Map<String, String> parts = new LinkedHashMap<>();

  /// What writes the XML of a part.
  interface Part {
    void write(XMLStreamWriter xml) throws XMLStreamException, IOException;
  }

  /// @param kind the media type of the whole
  OpenFile(OutputStream out, String kind) throws IOException {
    this.zip = new ZipOutputStream(out);
    this.kind = kind;
    byte[] octets = kind.getBytes(StandardCharsets.US_ASCII);
    ZipEntry entry = entry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(octets.length);
    CRC32 sum = new CRC32();
    sum.update(octets);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(octets);
    zip.closeEntry();
  }

  private static Map<String, String> names() {
    String oasis = "urn:oasis:names:tc:opendocument:xmlns:";
    Map<String, String> names = new LinkedHashMap<>();
    for (String own : new String[] {"office", "style", "text", "table", "meta", "config"}) {
      names.put(own, oasis + own + ":1.0");
    }
    names.put("draw", oasis + "drawing:1.0");
    names.put("fo", oasis + "xsl-fo-compatible:1.0");
    names.put("svg", oasis + "svg-compatible:1.0");
    names.put("number", oasis + "datastyle:1.0");
    names.put("xlink", "http://www.w3.org/1999/xlink");
    names.put("dc", "http://purl.org/dc/elements/1.1/");
    return names;
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NEVER);
    return entry;
  }

  /// Adds a part of XML whose root is `office:root`.
  void add(String name, String root, Part part) throws IOException {
    zip.putNextEntry(entry(name));
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(zip, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("office:" + root);
      for (Map.Entry<String, String> prefix : NAMES.entrySet()) {
        xml.writeNamespace(prefix.getKey(), prefix.getValue());
      }
      xml.writeAttribute("office:version", VERSION);
      part.write(xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException failed) {
      throw new IOException("the part " + name + " cannot be written", failed);
    }
    zip.closeEntry();
    parts.put(name, "text/xml");
  }

  /// Adds a part as it is.
  void add(String name, String mediaType, byte[] octets) throws IOException {
    zip.putNextEntry(entry(name));
    zip.write(octets);
    zip.closeEntry();
    parts.put(name, mediaType);
  }

  /// Adds what the document says of itself.
  void about(String title, String subject, String program, String language, Instant at)
      throws IOException {
    String moment = at.truncatedTo(ChronoUnit.SECONDS).toString();
    add(
        "meta.xml",
        "document-meta",
        xml -> {
          xml.writeStartElement("office:meta");
          element(xml, "meta:generator", program);
          element(xml, "dc:title", title);
          element(xml, "dc:subject", subject);
          element(xml, "dc:language", language);
          element(xml, "meta:creation-date", moment);
          element(xml, "dc:date", moment);
          xml.writeEndElement();
        });
  }

  /// Writes an element that holds text.
  static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /// Writes an element with attributes: name, value, name, value and so on.
  static void start(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  /// Writes an element that holds nothing but attributes.
  static void empty(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    start(xml, name, attributes);
    xml.writeEndElement();
  }

  /// Writes the list of parts and ends the file; the stream stays open.
  void finish() throws IOException {
    zip.putNextEntry(entry("META-INF/manifest.xml"));
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(list, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("manifest:manifest");
      xml.writeNamespace("manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
      xml.writeAttribute("manifest:version", VERSION);
      empty(
          xml,
          "manifest:file-entry",
          "manifest:full-path",
          "/",
          "manifest:version",
          VERSION,
          "manifest:media-type",
          kind);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        empty(
            xml,
            "manifest:file-entry",
            "manifest:full-path",
            part.getKey(),
            "manifest:media-type",
            part.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException failed) {
      throw new IOException("the list of parts cannot be written", failed);
    }
    zip.write(list.toByteArray());
    zip.closeEntry();
    zip.finish();
  }
}
