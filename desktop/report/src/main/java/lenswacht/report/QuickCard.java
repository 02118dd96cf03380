package lenswacht.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;
import lenswacht.report.content.Document;
import lenswacht.report.paper.PdfPrinter;

/// The manual on paper: a chapter for each screen, and what words mean.
///
/// @param title what it is called
/// @param pages in order
public record QuickCard(String title, List<Page> pages) {
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
    ReportOrder order =
        ReportOrder.draft(language, printedAt, "lenswacht")
            .determined()
            .marked(new Marking(Marking.Label.CLEAR, "", Optional.empty()));
    List<Chapter> chapters = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      chapters.add(
          new Chapter(
              "card-" + (i + 1),
              page.title(),
              Content.several(page.lines().stream().map(Content::paragraph).toList())));
    }
    Document document =
        new Document(
            language,
            title,
            title,
            order.around(new Wording(language), title, title),
            Content.heading(1, title),
            chapters,
            false);
    WholeFile.write(pdf, new PdfPrinter(document, printedAt, List::of)::print);
  }
}
