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
            .marked(new Marking(Marking.Label.CLEAR, "", Optional.empty()))
            .determined();
    List<Chapter> chapters = new ArrayList<>();
    for (Page page : pages) {
      List<Content> lines = new ArrayList<>();
      page.lines().forEach(line -> lines.add(Content.paragraph(line)));
      chapters.add(
          new Chapter("card-" + (chapters.size() + 1), page.title(), Content.several(lines)));
    }
    Document document =
        new Document(
            language,
            title,
            title,
            order.around(new Wording(language), title, title),
            Content.heading(1, title),
            chapters,
            true);
    WholeFile.write(pdf, new PdfPrinter(document, order.printedAt(), List.of())::print);
  }
}
