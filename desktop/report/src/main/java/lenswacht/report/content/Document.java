package lenswacht.report.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A whole document: what stands in it, and what stands around it on every page.
///
/// @param language in which it is told
/// @param title names it, also in its properties
/// @param kind what kind of document it is, in a sentence
/// @param around what every page bears
/// @param opening what stands before the first chapter
/// @param chapters in their order
/// @param compact whether chapters go without a number and follow each other closely, as on one
///     page
public record Document(
    Locale language,
    String title,
    String kind,
    Around around,
    Content opening,
    List<Chapter> chapters,
    boolean compact) {
  public Document {
    title = PrintableText.of(title, Content.LONGEST_TEXT);
    chapters = List.copyOf(chapters);
  }

  /// What every page bears.
  ///
  /// @param heading names the document
  /// @param marking who may read it
  /// @param foot on what it rests
  /// @param pageOf the words before the number of the page and before the number of pages
  /// @param watermark what stands across every page until the document is determined
  /// @param program name and version of the program that prints
  /// @param derived what a copy for editing says of itself
  public record Around(
      String heading,
      String marking,
      String foot,
      List<String> pageOf,
      Optional<String> watermark,
      String program,
      String derived) {
    public Around {
      pageOf = List.copyOf(pageOf);
    }
  }

  /// The heading of a chapter as printed.
  public String heading(int index) {
    String title = chapters.get(index).title();
    return compact ? title : index + 1 + ". " + title;
  }
}
