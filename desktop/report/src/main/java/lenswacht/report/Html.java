package lenswacht.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A piece of a page. Text becomes markup only when it is written, and is escaped then: no text can
/// become a tag, whoever wrote it.
sealed interface Html {
  /// Longest text that is shown in one place, in characters.
  int LONGEST_TEXT = 2_000;

  /// Plain text.
  record Text(String value) implements Html {
    public Text {
      value = PrintableText.of(value, LONGEST_TEXT);
    }
  }

  /// One after the other.
  record Several(List<Html> parts) implements Html {
    public Several {
      parts = List.copyOf(parts);
    }
  }

  /// A tag with what is in it.
  record Element(String name, Map<String, String> attributes, List<Html> children) implements Html {
    private static final Set<String> NAMES =
        Set.of(
            "a",
            "body",
            "bookmark",
            "bookmarks",
            "br",
            "code",
            "col",
            "colgroup",
            "div",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "head",
            "html",
            "li",
            "meta",
            "p",
            "span",
            "strong",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "title",
            "tr",
            "ul");
    private static final Set<String> ATTRIBUTES =
        Set.of("class", "content", "href", "id", "lang", "name", "scope", "title");

    public Element {
      if (!NAMES.contains(name) || !ATTRIBUTES.containsAll(attributes.keySet())) {
        throw new IllegalArgumentException("no page has <" + name + " " + attributes + ">");
      }
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
      children = List.copyOf(children);
    }

    /// The same with one more attribute.
    Element with(String attribute, String value) {
      Map<String, String> more = new LinkedHashMap<>(attributes);
      more.put(attribute, PrintableText.of(value, LONGEST_TEXT));
      return new Element(name, more, children);
    }

    /// The same of this class.
    Element of(String styleClass) {
      return with("class", styleClass);
    }
  }

  /// Nothing.
  static Html nothing() {
    return new Several(List.of());
  }

  static Html text(String value) {
    return new Text(value);
  }

  static Html several(Html... parts) {
    return new Several(List.of(parts));
  }

  static Html several(List<Html> parts) {
    return new Several(parts);
  }

  static Element element(String name, Html... children) {
    return new Element(name, Map.of(), List.of(children));
  }

  static Element element(String name, List<? extends Html> children) {
    return new Element(name, Map.of(), List.copyOf(children));
  }

  static Element element(String name, String text) {
    return element(name, text(text));
  }

  /// Writes the markup as XHTML.
  default void writeTo(StringBuilder out) {
    switch (this) {
      case Text text -> escape(text.value(), out);
      case Several several -> several.parts().forEach(part -> part.writeTo(out));
      case Element element -> {
        out.append('<').append(element.name());
        element
            .attributes()
            .forEach(
                (name, value) -> {
                  out.append(' ').append(name).append("=\"");
                  escape(value, out);
                  out.append('"');
                });
        if (element.children().isEmpty()) {
          out.append("/>");
        } else {
          out.append('>');
          element.children().forEach(child -> child.writeTo(out));
          out.append("</").append(element.name()).append('>');
        }
      }
    }
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(letter);
      }
    }
  }
}
