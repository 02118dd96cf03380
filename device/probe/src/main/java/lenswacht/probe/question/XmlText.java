package lenswacht.probe.question;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The elements of an XML text that hold text, in order, by local name. Document types and external
/// entities are switched off; depth, number and length are limited.
///
/// @param elements the elements that hold text
/// @param names local names of all elements, in order
/// @param degraded whether the text was broken and its elements were picked out one by one
public record XmlText(List<Element> elements, List<String> names, boolean degraded) {
  private static final int DEEPEST = 64;
  private static final int MOST = 4096;
  private static final int LONGEST = 2048;
  private static final Pattern SIMPLE =
      Pattern.compile(
          "<(?:[A-Za-z_][\\w.-]{0,31}:)?([A-Za-z_]\\w{0,63})[^<>]{0,256}>([^<]{0,256})</");

  public XmlText {
    elements = List.copyOf(elements);
    names = List.copyOf(names);
  }

  /// One element with text.
  ///
  /// @param name local name
  /// @param text what stands in it, stripped
  public record Element(String name, String text) {}

  /// Reads `text`; where it is not well-formed, picks out its simple elements instead.
  public static Parsed<XmlText> parse(String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("<")) {
      return Parsed.bad("the text does not begin with an XML element");
    }
    try {
      return Parsed.good(strict(trimmed));
    } catch (XMLStreamException broken) {
      return pickedOut(trimmed);
    }
  }

  /// The text of the first element called `name`, whatever its case, if there is one.
  public Optional<String> first(String name) {
    return all(name).findFirst();
  }

  /// The text of the first element called `name`, or an empty text.
  public String text(String name) {
    return first(name).orElse("");
  }

  /// The texts of all elements called `name`, whatever the case.
  public Stream<String> all(String name) {
    return elements.stream().filter(e -> e.name.equalsIgnoreCase(name)).map(Element::text);
  }

  /// Whether there is an element called `name`, with text or without.
  public boolean contains(String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static XmlText strict(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    List<Element> elements = new ArrayList<>();
    List<String> names = new ArrayList<>();
    StringBuilder held = new StringBuilder();
    int depth = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          held.setLength(0);
          names.add(reader.getLocalName());
          if (++depth > DEEPEST || names.size() > MOST) {
            throw new XMLStreamException("the text is too deep or too long");
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          String more = reader.getText();
          held.append(more, 0, Math.min(more.length(), Math.max(0, LONGEST - held.length())));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          String found = held.toString().strip();
          if (!found.isEmpty()) {
            elements.add(new Element(reader.getLocalName(), found));
          }
          held.setLength(0);
        }
        default -> {
          // Comments, processing instructions and the like say nothing.
        }
      }
    }
    return new XmlText(elements, names, false);
  }

  private static Parsed<XmlText> pickedOut(String text) {
    List<Element> elements = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Matcher match = SIMPLE.matcher(text);
    while (match.find() && elements.size() < MOST) {
      names.add(match.group(1));
      if (!match.group(2).isBlank()) {
        elements.add(new Element(match.group(1), match.group(2).strip()));
      }
    }
    return elements.isEmpty()
        ? Parsed.bad("the XML is broken and holds no readable element")
        : Parsed.good(new XmlText(elements, names, true));
  }
}
