package lenswacht.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A document as XHTML with its style: chapters with their bookmarks, and what stands at the head
/// and foot of every page.
///
/// @param order how it is to be printed
/// @param wording its words
/// @param heading what stands at the head of every page and names the document
/// @param foot what stands at the foot of every page
record PageFrame(ReportOrder order, Wording wording, String heading, String foot) {
  private static final String STYLE = "report.css";
  private static final String NO_BREAK = "\u00a0";

  /// The title, as in the document's properties.
  String title() {
    return PrintableText.of(heading.replace(" · ", " – "), Html.LONGEST_TEXT);
  }

  /// What stands across every page of a draft.
  String watermark() {
    return wording.say("watermark");
  }

  /// The document.
  ///
  /// @param opening what stands before the first chapter
  /// @param sections the chapters
  /// @param opened how many chapters begin on a page of their own, the first ones
  String xhtml(Html opening, List<Section> sections, int opened) {
    List<Html> body = new ArrayList<>();
    body.add(opening);
    for (int i = 0; i < sections.size(); i++) {
      body.add(chapter(i + 1, sections.get(i), i < opened));
    }
    Html page =
        Html.element("html", head(sections), Html.element("body", body))
            .with("lang", order.language().getLanguage());
    StringBuilder out = new StringBuilder(1 << 16);
    page.writeTo(out);
    return out.insert(out.indexOf("</head>"), "<style>" + style() + "</style>").toString();
  }

  private static Html chapter(int number, Section section, boolean opensPage) {
    return Html.element(
            "div",
            Html.element("h2", number + ". " + section.title()).with("id", section.id()),
            section.contents())
        .of(opensPage ? "section opening" : "section");
  }

  private Html head(List<Section> sections) {
    List<Html> bookmarks = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      bookmarks.add(
          Html.element("bookmark")
              .with("name", (i + 1) + ". " + sections.get(i).title())
              .with("href", "#" + sections.get(i).id()));
    }
    return Html.element(
        "head",
        Html.element("title", title()),
        Html.element("meta").with("name", "description").with("content", wording.say("title.kind")),
        Html.element("meta").with("name", "author").with("content", order.programVersion()),
        Html.element("bookmarks", bookmarks));
  }

  private String style() {
    return resource(STYLE)
        .replace("MARKING", literal(order.marking()))
        .replace("HEADING", literal(heading))
        .replace("FOOT", literal(foot))
        .replace("GAP", literal(NO_BREAK + "·" + NO_BREAK))
        .replace("PAGE_WORD", literal(wording.say("page") + NO_BREAK))
        .replace("OF_WORD", literal(NO_BREAK + wording.say("page.of") + NO_BREAK));
  }

  /// A string of the style sheet: whatever is not a plain letter or digit is written as its number,
  /// so that no text can end the string.
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    PrintableText.of(text, 160)
        .codePoints()
        .forEach(
            symbol -> {
              boolean plain =
                  (symbol >= 'a' && symbol <= 'z')
                      || (symbol >= 'A' && symbol <= 'Z')
                      || (symbol >= '0' && symbol <= '9');
              if (plain) {
                literal.appendCodePoint(symbol);
              } else {
                literal.append(String.format(Locale.ROOT, "\\%06x", symbol));
              }
            });
    return literal.append('"').toString();
  }

  private static String resource(String file) {
    try (InputStream in = PageFrame.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its file " + file, unreadable);
    }
  }
}
