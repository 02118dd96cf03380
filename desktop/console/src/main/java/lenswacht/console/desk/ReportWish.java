package lenswacht.console.desk;

import lenswacht.console.text.Language;
import lenswacht.report.Audience;
import lenswacht.report.ReportKind;
import lenswacht.report.export.Format;

/// What is to be written of a case.
///
/// @param kind which paper
/// @param language in which language
/// @param audience for whom
/// @param format as what kind of file
public record ReportWish(ReportKind kind, Language language, Audience audience, Format format) {
  /// The report on the site, as PDF, for those who work on it.
  public static ReportWish site(Language language) {
    return new ReportWish(ReportKind.SITE, language, Audience.CONFIDENTIAL, Format.PDF);
  }
}
