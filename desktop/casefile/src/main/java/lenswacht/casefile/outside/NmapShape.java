package lenswacht.casefile.outside;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lenswacht.casefile.outside.OutsideFact.Answering;
import lenswacht.casefile.outside.OutsideFact.Looked;
import lenswacht.observation.Bytes;
import lenswacht.observation.CleanText;

/// A run of nmap as XML. A document type is passed over unread, and a document that uses one stops
/// where it does; what stood before counts.
final class NmapShape {
  private static final int MOST_PORTS = 4096;
  private static final int LONGEST_TEXT = 65_536;

  private final XMLStreamReader xml;
  private final Gathered into = new Gathered();
  private List<Integer> asked = List.of();
  private Optional<Instant> at = Optional.empty();
  private Optional<InetAddress> address = Optional.empty();
  private int port;
  private String transport = "";
  private boolean isOpen;
  private String product = "";
  private String certificate = "";
  private String title = "";
  private String server = "";
  private final StringBuilder said = new StringBuilder();
  private String script = "";
  private int hosts;

  private NmapShape(XMLStreamReader xml) {
    this.xml = xml;
  }

  static OutsideDocument read(byte[] octets) throws OutsideException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      NmapShape shape =
          new NmapShape(factory.createXMLStreamReader(new ByteArrayInputStream(octets)));
      shape.read();
      if (shape.hosts == 0) {
        throw new OutsideException("the document is no run of nmap that looked at a host");
      }
      return shape.into.document("nmap");
    } catch (XMLStreamException malformed) {
      throw new OutsideException("the document is no XML that can be read");
    }
  }

  private void read() throws XMLStreamException {
    while (true) {
      try {
        if (!xml.hasNext()) {
          return;
        }
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> begin();
          case XMLStreamConstants.END_ELEMENT -> end();
          default -> {
            // Nothing else tells anything.
          }
        }
      } catch (XMLStreamException malformed) {
        if (into.isEmpty()) {
          throw malformed;
        }
        into.fault(place(malformed), "the rest of the document cannot be read");
        return;
      }
    }
  }

  private static String place(XMLStreamException malformed) {
    return malformed.getLocation() == null
        ? "somewhere"
        : "line " + malformed.getLocation().getLineNumber();
  }

  private String place() {
    return "line " + xml.getLocation().getLineNumber();
  }

  private void begin() throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "nmaprun" -> at = seconds("start");
      case "scaninfo" -> asked = ports(attribute("services"));
      case "host" -> {
        at = seconds("endtime").or(() -> seconds("starttime")).or(() -> at);
        address = Optional.empty();
      }
      case "address" -> {
        if (!attribute("addrtype").equals("mac") && address.isEmpty()) {
          address = Gathered.address(attribute("addr"));
          looked();
        }
      }
      case "port" -> port();
      case "state" -> isOpen = attribute("state").equals("open");
      case "service" -> product = (attribute("product") + " " + attribute("version")).strip();
      case "script" -> {
        script = attribute("id");
        script(attribute("output"));
      }
      case "elem" -> element(attribute("key"));
      default -> {
        // Of no use here.
      }
    }
  }

  private void looked() {
    hosts++;
    if (address.isPresent() && at.isPresent()) {
      into.add(new Looked("nmap", at.get(), place(), address.get(), asked));
    } else {
      into.fault(place(), "the host has no address or no time");
    }
  }

  private void port() {
    port = number(attribute("portid"));
    transport = attribute("protocol");
    isOpen = false;
    product = "";
    certificate = "";
    title = "";
    server = "";
    said.setLength(0);
  }

  private void script(String output) {
    String text = CleanText.of(output, LONGEST_TEXT);
    said.append(text, 0, Math.min(text.length(), LONGEST_TEXT - said.length())).append(' ');
    if (script.equals("http-server-header")) {
      server = text;
    }
  }

  private void element(String key) throws XMLStreamException {
    boolean wanted =
        (script.equals("ssl-cert") && key.equals("pem"))
            || (script.equals("http-title") && key.equals("title"));
    if (wanted) {
      String text = xml.getElementText();
      if (key.equals("title")) {
        title = text;
      } else {
        certificate = fingerprint(text);
      }
    }
  }

  private static String fingerprint(String pem) {
    String base64 = pem.replaceAll("-----(?:BEGIN|END) CERTIFICATE-----", "").replaceAll("\\s", "");
    try {
      return Bytes.of(Base64.getDecoder().decode(base64)).sha256().hex();
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private void end() {
    if (!xml.getLocalName().equals("port") || !isOpen) {
      return;
    }
    if (address.isEmpty() || at.isEmpty()) {
      into.fault(place(), "the port belongs to no host with an address and a time");
      return;
    }
    String header = server.isEmpty() ? product : server;
    Gathered.service(address.get(), port, transport)
        .ifPresentOrElse(
            service ->
                into.add(
                    new Answering(
                        "nmap",
                        at.orElseThrow(),
                        place(),
                        service,
                        certificate,
                        header,
                        title,
                        Gathered.realm(said.toString()),
                        Gathered.words(said.toString()))),
            () -> into.fault(place(), "it names no port that can be"));
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private Optional<Instant> seconds(String name) {
    String value = attribute(name);
    return value.matches("\\d{9,11}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(value)))
        : Optional.empty();
  }

  private static int number(String text) {
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  /// Ports as nmap lists them: `80,443,8000-8010`. Too many are the same as not told.
  private static List<Integer> ports(String text) {
    List<Integer> ports = new ArrayList<>();
    for (String part : text.split(",", MOST_PORTS)) {
      int dash = part.indexOf('-');
      int from = number(dash < 0 ? part : part.substring(0, dash));
      int to = dash < 0 ? from : number(part.substring(dash + 1));
      for (int one = from; one > 0 && one <= to; one++) {
        if (ports.size() == MOST_PORTS) {
          return List.of();
        }
        ports.add(one);
      }
    }
    return ports;
  }
}
