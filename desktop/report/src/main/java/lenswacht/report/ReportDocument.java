package lenswacht.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lenswacht.assessment.Visit;

/// The whole report as one XHTML document with its style: the order of the chapters, the bookmarks,
/// and what stands at the head and foot of every page.
final class ReportDocument {
  private static final String STYLE = "report.css";
  private static final String NO_BREAK = "\u00a0";

  /// Number of the last chapter, counted from 0, that begins on a page of its own.
  private static final int LAST_OPENING = 3;

  private static final int BRIEF_HASH = 16;

  private final ReportContents contents;
  private final ReportOrder order;
  private final Wording wording;

  ReportDocument(ReportContents contents, ReportOrder order) {
    this.contents = contents;
    this.order = order;
    this.wording = new Wording(order.language(), contents.edition().pack());
  }

  /// The title, as in the document's properties.
  String title() {
    return PrintableText.of(
        wording.say("title") + " – " + contents.assessment().site(), Html.LONGEST_TEXT);
  }

  /// What stands across every page of a draft.
  String watermark() {
    return wording.say("watermark");
  }

  /// The document.
  String xhtml() {
    EvidenceRegister register = new EvidenceRegister(contents.assessment());
    WaySection ways = new WaySection(contents, wording);
    AssetTableSection tables = new AssetTableSection(contents, wording, register, ways);
    ClosingSections closing = new ClosingSections(contents, order, wording);
    List<Section> sections = new ArrayList<>();
    sections.add(new CoverageSection(contents, wording).section());
    sections.add(tables.assets());
    sections.add(new CauseSection(contents, wording, register).section());
    sections.add(ways.section());
    sections.add(new ExposureSection(contents, wording, register).section());
    sections.add(new WaysOutSection(contents, wording).section());
    contents
        .separation()
        .ifPresent(matrix -> sections.add(new SeparationSection(matrix, wording).section()));
    sections.add(tables.others());
    sections.add(new MakerSection(contents, wording).section());
    sections.add(closing.controls());
    sections.add(closing.evidence(register));
    sections.add(closing.method());
    List<Html> body = new ArrayList<>();
    body.add(new SummarySection(contents, order, wording).html());
    boolean hasAssets = !contents.assessment().assets().isEmpty();
    for (int i = 0; i < sections.size(); i++) {
      boolean opensPage = i == 0 || (hasAssets && i <= LAST_OPENING);
      body.add(chapter(i + 1, sections.get(i), opensPage));
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
        .replace("HEADING", literal(wording.say("title") + " · " + contents.assessment().site()))
        .replace("FOOT", literal(foot()))
        .replace("GAP", literal(NO_BREAK + "·" + NO_BREAK))
        .replace("PAGE_WORD", literal(wording.say("page") + NO_BREAK))
        .replace("OF_WORD", literal(NO_BREAK + wording.say("page.of") + NO_BREAK));
  }

  private String foot() {
    String journals =
        contents.visits().stream()
            .map(Visit::journalHash)
            .map(hash -> hash.substring(0, Math.min(BRIEF_HASH, hash.length())))
            .limit(2)
            .collect(Collectors.joining(" "));
    return wording.say(
        "foot", contents.edition().id(), journals.isEmpty() ? wording.say("foot.none") : journals);
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
    try (InputStream in = ReportDocument.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its file " + file, unreadable);
    }
  }
}
