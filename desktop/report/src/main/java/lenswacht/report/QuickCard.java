package lenswacht.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The manual on paper: a chapter for each screen, and what words mean.
///
/// @param title what it is called
/// @param pages in order
public record QuickCard(String title, List<Page> pages) {
  private static final String MARKING = "TLP:CLEAR";

  public QuickCard {
    pages = List.copyOf(pages);
  }

  /// A chapter.
  ///
  /// @param title what it is about
  /// @param lines a paragraph each
  public record Page(String title, List<String> lines) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /// Writes it to `pdf`, whole or not at all; a file that is there already is replaced.
  ///
  /// @param language Dutch or English, that of the pages
  /// @throws IOException if it cannot be written
  public void write(Path pdf, Locale language, Instant printedAt) throws IOException {
    ReportOrder order = new ReportOrder(language, printedAt, "lenswacht", false, MARKING);
    PageFrame frame = new PageFrame(order, new Wording(language), title, title);
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      List<Html> lines = new ArrayList<>();
      page.lines().forEach(line -> lines.add(Html.element("p", line)));
      sections.add(new Section("card-" + (i + 1), page.title(), Html.several(lines)));
    }
    new PdfPrinter(frame.xhtml(Html.element("h1", title), sections, 0), frame.watermark(), order)
        .write(pdf);
  }
}
